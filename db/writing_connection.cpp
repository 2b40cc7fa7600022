#include "db/writing_connection.hpp"

#include <algorithm>

#include "db/connection.hpp"

namespace okienko::db {

WritingConnection::WritingConnection(const std::filesystem::path& file)
    : SQLite::Database(open_for_writing(file, MissingFile::Refuse)) {}

RowInsert& WritingConnection::prepared(const char* sql) {
    auto known = std::ranges::find(prepared_, sql, &Prepared::sql);
    if (known != prepared_.end()) return *known->statement;
    prepared_.push_back({sql, std::make_unique<RowInsert>(*this, sql)});
    return *prepared_.back().statement;
}

}  // namespace okienko::db
