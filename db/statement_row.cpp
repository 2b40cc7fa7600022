#include "db/statement_row.hpp"

#include <algorithm>

#include "db/error.hpp"

namespace okienko::db {

int RowInsert::index_of(const char* name) {
    // Every row binds the same names in the same order, so the next one is nearly always known.
    if (expected_ >= parameters_.size()) expected_ = 0;
    if (parameters_.empty() || parameters_[expected_].name != name) {
        auto known = std::ranges::find(parameters_, name, &Parameter::name);
        expected_ = static_cast<std::size_t>(known - parameters_.begin());
        if (known == parameters_.end()) parameters_.push_back({name, statement_.getIndex(name)});
    }
    return parameters_[expected_++].index;
}

RowInsert& RowInsert::bind(const char* name, const std::string& text) {
    statement_.bindNoCopy(index_of(name), text);
    return *this;
}

RowInsert& RowInsert::bind(const char* name, std::string&& text) {
    statement_.bind(index_of(name), text);
    return *this;
}

RowInsert& RowInsert::bind_literal(const char* name, std::string_view text) {
    statement_.bindNoCopy(index_of(name), text.data());
    return *this;
}

RowInsert& RowInsert::bind(const char* name, std::int64_t number) {
    statement_.bind(index_of(name), number);
    return *this;
}

RowInsert& RowInsert::bind(const char* name, int number) {
    statement_.bind(index_of(name), number);
    return *this;
}

RowInsert& RowInsert::bind(const char* name, double number) {
    statement_.bind(index_of(name), number);
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
    statement_.bind(index_of(name));
    return *this;
}

void RowInsert::insert() {
    statement_.exec();
    statement_.reset();
}

bool RowCursor::next() {
    column_ = 0;
    return statement_.executeStep();
}

std::string RowCursor::text() {
    auto stored = column();
    const char* bytes = stored.getText();
    return {bytes, static_cast<std::size_t>(stored.getBytes())};
}

std::optional<int> RowCursor::optional_number() {
    auto stored = column();
    if (stored.isNull()) return std::nullopt;
    return stored.getInt();
}

std::optional<double> RowCursor::optional_decimal() {
    auto stored = column();
    if (stored.isNull()) return std::nullopt;
    return stored.getDouble();
}

std::optional<model::Date> RowCursor::optional_date() {
    auto stored = column();
    if (stored.isNull()) return std::nullopt;
    if (auto date = model::parse_date(stored.getText())) return date;
    refuse(stored.getText());
}

model::Date RowCursor::date() {
    if (auto date = optional_date()) return *date;
    refuse("NULL");
}

std::optional<model::TimeOfDay> RowCursor::optional_time() {
    auto stored = column();
    if (stored.isNull()) return std::nullopt;
    if (auto time = model::parse_time_of_day(stored.getText())) return time;
    refuse(stored.getText());
}

model::TimeOfDay RowCursor::time() {
    if (auto time = optional_time()) return *time;
    refuse("NULL");
}

std::optional<model::Money> RowCursor::optional_money() {
    auto stored = column();
    if (stored.isNull()) return std::nullopt;
    return model::Money{stored.getInt64()};
}

RowId last_row_id(const SQLite::Database& database, const std::string& table) {
    auto query = "SELECT coalesce(max(id), 0) FROM " + table;
    RowCursor row(database, query.c_str());
    return row.next() ? row.id() : 0;
}

void RowCursor::refuse(const std::string& stored) const {
    throw DatabaseError(
        "nieznana wartość „" + stored + "” w bazie; zapytanie: " + statement_.getQuery(),
        "przywróć plik z kopii zapasowej");
}

}  // namespace okienko::db
