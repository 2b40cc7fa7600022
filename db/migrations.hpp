#pragma once

#include <span>
#include <string_view>

namespace SQLite {  // NOLINT(readability-identifier-naming): the library's own name
class Database;
}

namespace okienko::db {

/// One step of a database's schema: a file of db/<database>/migrations/, immutable once released.
struct Migration {
    int number;             ///< From 1, without gaps.
    std::string_view name;  ///< Of the file, without ".sql".
    std::string_view sql;
};

/// The schema of catalogue.db, as embedded in the program.
std::span<const Migration> catalogue_migrations();

/// The schema of office.db.
std::span<const Migration> office_migrations();

/// The number of the last migration that the database has seen; 0 for an empty one.
int schema_version(const SQLite::Database& database);

/// Brings the database to the last of the migrations, each in a transaction of its own together
/// with its number. Harmless when there is nothing to do, and when two processes do it at once.
/// Throws DatabaseError when the database is newer than the program.
void migrate(SQLite::Database& database, std::span<const Migration> migrations);

/// Throws DatabaseError unless the database has seen exactly these migrations.
void require_migrated(const SQLite::Database& database, std::span<const Migration> migrations);

}  // namespace okienko::db
