#include "db/migrations.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <string>

#include "db/error.hpp"

namespace okienko::db {
namespace {

int last_number(std::span<const Migration> migrations) {
    return migrations.empty() ? 0 : migrations.back().number;
}

void refuse_newer(const SQLite::Database& database, std::span<const Migration> migrations) {
    int found = schema_version(database);
    int known = last_number(migrations);
    if (found <= known) return;
    throw DatabaseError("baza " + database.getFilename() + " ma układ nr " + std::to_string(found) +
                            ", a ten program zna układy do nr " + std::to_string(known),
                        "zainstaluj nowszą wersję programu okienko");
}

void apply(SQLite::Database& database, const Migration& migration) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    // Another process may have migrated while this one waited for the lock.
    if (schema_version(database) >= migration.number) return;
    database.exec(std::string{migration.sql});
    database.exec("PRAGMA user_version = " + std::to_string(migration.number));
    transaction.commit();
}

}  // namespace

int schema_version(const SQLite::Database& database) {
    SQLite::Statement query(database, "PRAGMA user_version");
    query.executeStep();
    return query.getColumn(0).getInt();
}

void migrate(SQLite::Database& database, std::span<const Migration> migrations) {
    refuse_newer(database, migrations);
    for (const auto& migration : migrations) {
        if (schema_version(database) < migration.number) apply(database, migration);
    }
}

void require_migrated(const SQLite::Database& database, std::span<const Migration> migrations) {
    refuse_newer(database, migrations);
    int found = schema_version(database);
    int needed = last_number(migrations);
    if (found == needed) return;
    throw DatabaseError("baza " + database.getFilename() + " ma układ nr " + std::to_string(found) +
                            ", a ten program potrzebuje układu nr " + std::to_string(needed),
                        "uruchom: okienko init");
}

}  // namespace okienko::db
