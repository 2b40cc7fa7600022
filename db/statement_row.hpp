#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

#include "model/choice.hpp"
#include "model/date.hpp"
#include "model/money.hpp"

/// Values of the model in and out of rows of a statement. How a value is stored is said here, once.
namespace okienko::db {

/// The number of a row: its place in the order of insertion, from 1.
using RowId = std::int64_t;

/// An INSERT, prepared once for many rows: bind every parameter by name, then `insert()`.
class RowInsert {
  public:
    RowInsert(const SQLite::Database& database, const char* sql) : statement_(database, sql) {}

    RowInsert& bind(const char* name, const std::string& text);
    RowInsert& bind(const char* name, std::int64_t number);
    RowInsert& bind(const char* name, int number);
    RowInsert& bind(const char* name, double number);
    RowInsert& bind(const char* name, model::Date date);
    RowInsert& bind(const char* name, model::TimeOfDay time);
    RowInsert& bind(const char* name, model::Money amount);

    /// A type of its own, so that a pointer or a number never becomes a flag.
    template <std::same_as<bool> Flag>
    RowInsert& bind(const char* name, Flag flag) {
        return bind(name, flag ? 1 : 0);
    }

    template <class E>
    requires std::is_enum_v<E> RowInsert& bind(const char* name, E value) {
        return bind(name, std::string{model::name(value)});
    }

    template <class T>
    RowInsert& bind(const char* name, const std::optional<T>& value) {
        return value ? bind(name, *value) : bind_null(name);
    }

    /// Text that may be absent: empty in the model, NULL in the table.
    RowInsert& bind_optional(const char* name, const std::string& text);

    void insert();

  private:
    RowInsert& bind_null(const char* name);

    SQLite::Statement statement_;
};

/// The rows of a SELECT. Each reader below takes the next column of the current row, so a row is
/// read in the order of its columns.
class RowCursor {
  public:
    RowCursor(const SQLite::Database& database, const char* sql) : statement_(database, sql) {}

    bool next();

    RowId id() { return column().getInt64(); }
    std::string text();  ///< Empty for NULL.
    int number() { return column().getInt(); }
    std::optional<int> optional_number();
    std::optional<double> optional_decimal();
    bool flag() { return column().getInt() != 0; }
    model::Date date();
    std::optional<model::Date> optional_date();
    model::TimeOfDay time();
    std::optional<model::TimeOfDay> optional_time();
    model::Money money() { return {column().getInt64()}; }
    std::optional<model::Money> optional_money();

    template <class E>
    E choice() {
        auto stored = column();
        if (auto value = model::from_name<E>(stored.getText())) return *value;
        refuse(stored.getText());
    }

  private:
    SQLite::Column column() { return statement_.getColumn(column_++); }

    /// Throws: the CHECKs of the schema let no such value in, so the file is damaged.
    [[noreturn]] void refuse(const std::string& stored) const;

    SQLite::Statement statement_;
    int column_ = 0;
};

}  // namespace okienko::db
