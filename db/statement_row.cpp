#include "db/statement_row.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "db/error.hpp"

namespace okienko::db {
namespace {

/// More of them take longer to prepare than they save.
constexpr int kGatheredRows = 16;

/// "INSERT INTO t (a, b) VALUES (:a, :b)" for up to sixteen rows. The parameters of the first row
/// have their names and, as all the others, their place in the order. Rows that are joined by UNION
/// ALL cost SQLite fewer steps than those of a VALUES that is cut short by a LIMIT.
std::string for_gathered_rows(std::string_view sql) {
    constexpr std::string_view kInsert = "INSERT ";
    constexpr std::string_view kValues = "VALUES (";
    assert(sql.starts_with(kInsert) && sql.ends_with(')'));
    auto values = sql.rfind(kValues);
    auto row = sql.substr(values + kValues.size());
    row.remove_suffix(1);
    std::string unnamed = "?";
    for (auto i = std::ranges::count(row, ':'); i > 1; --i) unnamed += ", ?";
    // Who fails gives up the whole transaction, so SQLite has less to keep for taking back a row.
    std::string gathered{"INSERT OR FAIL "};
    gathered.append(sql.substr(kInsert.size(), values - kInsert.size()));
    gathered.append("SELECT ").append(row);
    for (int i = 1; i < kGatheredRows; ++i) gathered.append(" UNION ALL SELECT ").append(unnamed);
    return gathered + " LIMIT ?";
}

std::string text_of(const char* sql, Pace pace) {
    return pace == Pace::Gathered ? for_gathered_rows(sql) : std::string{sql};
}

StatementHandle prepared(const SQLite::Database& database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    auto code = sqlite3_prepare_v2(database.getHandle(), sql.c_str(), -1, &statement, nullptr);
    if (code != SQLITE_OK) throw SQLite::Exception(database.getHandle(), code);
    return StatementHandle{statement};
}

}  // namespace

void StatementFinalizer::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

StatementHandle Inserts::take(const std::string& sql) const {
    auto idle = idle_.find(sql);
    if (idle == idle_.end() || !idle->second) return prepared(database_, sql);
    return std::move(idle->second);
}

void Inserts::give_back(StatementHandle statement) const {
    sqlite3_clear_bindings(statement.get());  // The texts may go now.
    idle_[sqlite3_sql(statement.get())] = std::move(statement);
}

RowInsert::RowInsert(const SQLite::Database& database, const char* sql, Pace pace)
    : RowInsert(prepared(database, text_of(sql, pace)), pace) {}

RowInsert::RowInsert(const Inserts& inserts, const char* sql, Pace pace)
    : RowInsert(inserts.take(text_of(sql, pace)), pace) {
    inserts_ = &inserts;
}

RowInsert::RowInsert(StatementHandle statement, Pace pace)
    : statement_(std::move(statement)), pace_(pace) {
    if (pace == Pace::Gathered) {
        width_ = (sqlite3_bind_parameter_count(statement_.get()) - 1) / kGatheredRows;
    }
}

RowInsert::~RowInsert() {
    if (inserts_) inserts_->give_back(std::move(statement_));
}

int RowInsert::index_of(const char* name) {
    // Every row binds the same names in the same order, so the next one is nearly always known.
    if (expected_ >= parameters_.size()) expected_ = 0;
    if (parameters_.empty() || parameters_[expected_].name != name) {
        auto known = std::ranges::find(parameters_, name, &Parameter::name);
        expected_ = static_cast<std::size_t>(known - parameters_.begin());
        if (known == parameters_.end()) {
            parameters_.push_back({name, sqlite3_bind_parameter_index(statement_.get(), name)});
        }
    }
    ++bound_;
    return gathered_ * width_ + parameters_[expected_++].index;
}

RowInsert& RowInsert::bind(const char* name, const std::string& text) {
    return bind_literal(name, text);
}

RowInsert& RowInsert::bind(const char* name, std::string&& text) {
    auto size = static_cast<int>(text.size());
    require_bound(
        sqlite3_bind_text(statement_.get(), index_of(name), text.c_str(), size, SQLITE_TRANSIENT));
    return *this;
}

RowInsert& RowInsert::bind_literal(const char* name, std::string_view text) {
    auto size = static_cast<int>(text.size());
    require_bound(
        sqlite3_bind_text(statement_.get(), index_of(name), text.data(), size, SQLITE_STATIC));
    return *this;
}

RowInsert& RowInsert::bind(const char* name, std::chrono::sys_seconds moment) {
    return bind(name, seconds_of(moment));
}

RowInsert& RowInsert::bind(const char* name, std::int64_t number) {
    require_bound(sqlite3_bind_int64(statement_.get(), index_of(name), number));
    return *this;
}

RowInsert& RowInsert::bind(const char* name, int number) {
    return bind(name, std::int64_t{number});
}

RowInsert& RowInsert::bind(const char* name, double number) {
    require_bound(sqlite3_bind_double(statement_.get(), index_of(name), number));
    return *this;
}

RowInsert& RowInsert::bind(const char* name, model::Date date) {
    return bind(name, model::to_iso(date));
}

RowInsert& RowInsert::bind(const char* name, model::TimeOfDay time) {
    return bind(name, model::to_iso(time));
}

RowInsert& RowInsert::bind(const char* name, model::Money amount) {
    return bind(name, amount.grosze);
}

RowInsert& RowInsert::bind_optional(const char* name, const std::string& text) {
    return text.empty() ? bind_null(name) : bind(name, text);
}

RowInsert& RowInsert::bind_optional(const char* name, std::string&& text) {
    return text.empty() ? bind_null(name) : bind(name, std::move(text));
}

RowInsert& RowInsert::bind_null(const char* name) {
    require_bound(sqlite3_bind_null(statement_.get(), index_of(name)));
    return *this;
}

int RowInsert::insert() {
    if (pace_ == Pace::EachRow) return execute();
    assert(bound_ == width_);
    bound_ = 0;
    if (++gathered_ == kGatheredRows) finish();
    return 0;
}

void RowInsert::finish() {
    if (gathered_ == 0) return;
    auto rows = std::exchange(gathered_, 0);
    require_bound(sqlite3_bind_int(statement_.get(), kGatheredRows * width_ + 1, rows));
    execute();
}

void RowInsert::require_bound(int code) const {
    if (code != SQLITE_OK) throw SQLite::Exception(sqlite3_db_handle(statement_.get()), code);
}

int RowInsert::execute() {
    auto* database = sqlite3_db_handle(statement_.get());
    auto code = sqlite3_step(statement_.get());
    if (code == SQLITE_DONE) {
        sqlite3_reset(statement_.get());
        return sqlite3_changes(database);
    }
    SQLite::Exception failure(database, code);
    sqlite3_reset(statement_.get());
    throw failure;
}

RowCursor::RowCursor(const SQLite::Database& database, const char* sql)
    : statement_(prepared(database, sql)) {}

bool RowCursor::next() {
    column_ = 0;
    auto code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    throw SQLite::Exception(sqlite3_db_handle(statement_.get()), code);
}

bool RowCursor::is_null() const {
    return sqlite3_column_type(statement_.get(), column_) == SQLITE_NULL;
}

std::string_view RowCursor::view() {
    auto* statement = statement_.get();
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement, column_));
    auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column_));
    ++column_;
    return {bytes, size};
}

std::string RowCursor::text() {
    return std::string{view()};
}

RowId RowCursor::id() {
    return sqlite3_column_int64(statement_.get(), column_++);
}

std::optional<int> RowCursor::optional_number() {
    bool none = is_null();
    auto stored = number();
    return none ? std::nullopt : std::optional{stored};
}

std::optional<double> RowCursor::optional_decimal() {
    bool none = is_null();
    auto stored = sqlite3_column_double(statement_.get(), column_++);
    return none ? std::nullopt : std::optional{stored};
}

std::optional<model::Date> RowCursor::optional_date() {
    bool none = is_null();
    auto stored = view();
    if (none) return std::nullopt;
    if (auto date = model::parse_date(stored)) return date;
    refuse(stored);
}

model::Date RowCursor::date() {
    if (auto date = optional_date()) return *date;
    refuse("NULL");
}

std::optional<model::TimeOfDay> RowCursor::optional_time() {
    bool none = is_null();
    auto stored = view();
    if (none) return std::nullopt;
    if (auto time = model::parse_time_of_day(stored)) return time;
    refuse(stored);
}

model::TimeOfDay RowCursor::time() {
    if (auto time = optional_time()) return *time;
    refuse("NULL");
}

std::optional<model::Money> RowCursor::optional_money() {
    bool none = is_null();
    auto stored = money();
    return none ? std::nullopt : std::optional{stored};
}

RowId last_row_id(const SQLite::Database& database, const std::string& table) {
    auto query = "SELECT coalesce(max(id), 0) FROM " + table;
    RowCursor row(database, query.c_str());
    return row.next() ? row.id() : 0;
}

void RowCursor::refuse(std::string_view stored) const {
    throw DatabaseError("nieznana wartość „" + std::string{stored} +
                            "” w bazie; zapytanie: " + sqlite3_sql(statement_.get()),
                        "przywróć plik z kopii zapasowej");
}

}  // namespace okienko::db
