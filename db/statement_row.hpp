#pragma once

#include <SQLiteCpp/Database.h>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "model/choice.hpp"
#include "model/date.hpp"
#include "model/money.hpp"

struct sqlite3_stmt;

/// Values of the model in and out of rows of a statement. How a value is stored is said here, once.
namespace okienko::db {

/// How a moment is stored: seconds since 1970, UTC.
inline std::int64_t seconds_of(std::chrono::sys_seconds moment) {
    return moment.time_since_epoch().count();
}
inline std::chrono::sys_seconds moment_of(std::int64_t seconds) {
    return std::chrono::sys_seconds{std::chrono::seconds{seconds}};
}

/// The number of a row: its place in the order of insertion, from 1.
using RowId = std::int64_t;

/// How a RowInsert writes. Gathered rows take about half the time: SQLite looks for the end of the
/// table and of its indexes once for all of them.
enum class Pace { EachRow, Gathered };

/// Ends the life of a statement of SQLite's own.
struct StatementFinalizer {
    void operator()(sqlite3_stmt* statement) const;
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, StatementFinalizer>;

/// The INSERTs of a connection: each is prepared once, however many RowInserts ask for it one after
/// the other. They are never left half-way, so they hold no lock. For whoever writes many batches;
/// a mere connection will do for the others. Refers to the connection.
class Inserts {
  public:
    // NOLINTNEXTLINE(google-explicit-constructor): writers take either
    Inserts(const SQLite::Database& database) : database_(database) {}

    [[nodiscard]] const SQLite::Database& database() const { return database_; }

  private:
    friend class RowInsert;

    [[nodiscard]] StatementHandle take(const std::string& sql) const;
    void give_back(StatementHandle statement) const;

    const SQLite::Database& database_;
    mutable std::unordered_map<std::string, StatementHandle> idle_;
};

/// An INSERT, prepared once for many rows: bind every parameter by name, then `insert()`. A name is
/// a literal: which parameter it is, is looked up when it is met for the first time.
///
/// Gathered rows are written a few at a time, the last of them by `finish()`, which must be called.
/// Each of them binds every parameter, and its texts must live until `finish()`. Their statement
/// ends with `VALUES` and a parameter for each column.
///
/// Asks SQLite itself, as RowCursor does: an import binds millions of values.
class RowInsert {
  public:
    RowInsert(const SQLite::Database& database, const char* sql, Pace pace = Pace::EachRow);
    RowInsert(const Inserts& inserts, const char* sql, Pace pace = Pace::EachRow);
    RowInsert(const RowInsert&) = delete;
    RowInsert& operator=(const RowInsert&) = delete;
    ~RowInsert();

    /// `text` is not copied: it must live until `insert()`, and until it is bound anew.
    RowInsert& bind(const char* name, const std::string& text);
    RowInsert& bind(const char* name, std::string&& text);
    RowInsert& bind(const char* name, std::int64_t number);
    RowInsert& bind(const char* name, int number);
    RowInsert& bind(const char* name, double number);
    RowInsert& bind(const char* name, model::Date date);
    RowInsert& bind(const char* name, std::chrono::sys_seconds moment);
    RowInsert& bind(const char* name, model::TimeOfDay time);
    RowInsert& bind(const char* name, model::Money amount);

    /// A type of its own, so that a pointer or a number never becomes a flag.
    template <std::same_as<bool> Flag>
    RowInsert& bind(const char* name, Flag flag) {
        return bind(name, flag ? 1 : 0);
    }

    template <class E>
    requires std::is_enum_v<E> RowInsert& bind(const char* name, E value) {
        return bind_literal(name, model::name(value));
    }

    template <class T>
    RowInsert& bind(const char* name, const std::optional<T>& value) {
        return value ? bind(name, *value) : bind_null(name);
    }

    /// Text that may be absent: empty in the model, NULL in the table.
    RowInsert& bind_optional(const char* name, const std::string& text);
    RowInsert& bind_optional(const char* name, std::string&& text);

    /// A text that lives as long as the program, and ends with a zero as literals do.
    RowInsert& bind_literal(const char* name, std::string_view text);

    /// Answers how many rows it made or changed: none yet, where rows are gathered. Ready for the
    /// next row, also when it throws.
    int insert();  // NOLINT(modernize-use-nodiscard): mostly it is one

    /// Writes the gathered rows that are left.
    void finish();

  private:
    struct Parameter {
        const char* name;
        int index;
    };

    RowInsert(StatementHandle statement, Pace pace);

    RowInsert& bind_null(const char* name);
    int index_of(const char* name);
    void require_bound(int code) const;
    int execute();

    const Inserts* inserts_ = nullptr;  ///< Where the statement goes in the end.
    StatementHandle statement_;
    Pace pace_;
    int width_ = 0;                      ///< Parameters of a gathered row.
    int gathered_ = 0;                   ///< Rows that wait.
    int bound_ = 0;                      ///< Parameters of the row that is being gathered.
    std::vector<Parameter> parameters_;  ///< Those met so far.
    std::size_t expected_ = 0;           ///< The one that followed the last when they were met.
};

/// The rows of a SELECT. Each reader below takes the next column of the current row, so a row is
/// read in the order of its columns. Asks SQLite itself: a catalogue has millions of values, and
/// SQLite::Column is an object with shared ownership for each.
class RowCursor {
  public:
    RowCursor(const SQLite::Database& database, const char* sql);

    bool next();

    RowId id();
    std::string text();       ///< Empty for NULL.
    std::string_view view();  ///< The same; valid until the next row.
    int number() { return static_cast<int>(id()); }
    std::optional<int> optional_number();
    std::optional<double> optional_decimal();
    bool flag() { return id() != 0; }
    model::Date date();
    std::optional<model::Date> optional_date();
    model::TimeOfDay time();
    std::optional<model::TimeOfDay> optional_time();
    model::Money money() { return {id()}; }
    std::optional<model::Money> optional_money();

    template <class E>
    E choice() {
        auto stored = view();
        if (auto value = model::from_name<E>(stored)) return *value;
        refuse(stored);
    }

  private:
    [[nodiscard]] bool is_null() const;

    /// Throws: the CHECKs of the schema let no such value in, so the file is damaged.
    [[noreturn]] void refuse(std::string_view stored) const;

    StatementHandle statement_;
    int column_ = 0;
};

/// The highest id in a table; 0 when it is empty.
RowId last_row_id(const SQLite::Database& database, const std::string& table);

}  // namespace okienko::db
