#include "db/row_removal.hpp"

namespace okienko::db {
namespace {

struct Part {
    std::string table;
    std::string owner_column;
};

/// A related service is referred to and yet no part of it: another card names it. Translations are
/// other people's work: they stay, and hold where the new card still says what they translated.
std::vector<Part> parts_of(const SQLite::Database& database, const std::string& table) {
    SQLite::Statement query(
        database,
        "SELECT part.name, key.\"from\" FROM sqlite_schema AS part "
        "JOIN pragma_foreign_key_list(part.name) AS key "
        "WHERE part.type = 'table' AND key.\"table\" = :table AND key.on_delete = 'CASCADE' "
        "AND key.\"from\" <> 'related_id' AND part.name <> 'service_translation'");
    query.bind(":table", table);
    std::vector<Part> parts;
    while (query.executeStep()) {
        parts.push_back({query.getColumn(0).getString(), query.getColumn(1).getString()});
    }
    return parts;
}

void collect(const SQLite::Database& database,
             const std::string& table,
             const std::string& condition,
             std::vector<SQLite::Statement>& statements) {
    for (const auto& part : parts_of(database, table)) {
        auto owned = part.owner_column;
        owned.append(" IN (SELECT id FROM ").append(table);
        owned.append(" WHERE ").append(condition).append(")");
        collect(database, part.table, owned, statements);
    }
    statements.emplace_back(database, "DELETE FROM " + table + " WHERE " + condition);
}

}  // namespace

RowRemoval::RowRemoval(const SQLite::Database& database, const std::string& table) {
    collect(database, table, "id = :id", statements_);
}

void RowRemoval::remove(RowId id) {
    for (auto& statement : statements_) {
        statement.bind(":id", id);
        statement.exec();
        statement.reset();
    }
}

}  // namespace okienko::db
