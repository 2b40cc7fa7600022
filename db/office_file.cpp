#include "db/office_file.hpp"

#include <sqlite3.h>

#include "db/migrations.hpp"

namespace okienko::db {
namespace {

namespace fs = std::filesystem;

constexpr auto kOwnerOnly = fs::perms::owner_read | fs::perms::owner_write;

/// Before anything is in it: nobody else on the machine reads what residents write.
void make_private(const fs::path& file) {
    if (fs::status(file).permissions() != kOwnerOnly) fs::permissions(file, kOwnerOnly);
}

/// SQLite opens a file that it may not write without a word, for reading.
void require_writable(const SQLite::Database& database, const fs::path& file) {
    if (sqlite3_db_readonly(database.getHandle(), "main") == 0) return;
    throw DatabaseError("bazy " + file.string() + " nie można zapisywać",
                        "sprawdź uprawnienia do pliku i jego katalogu");
}

void create(const fs::path& file) {
    try {
        auto database = open_for_writing(file, MissingFile::Create);
        require_writable(database, file);
        make_private(file);
        migrate(database, office_migrations());
    } catch (const SQLite::Exception& failure) {
        throw explain(failure, file);
    } catch (const fs::filesystem_error& failure) {
        throw DatabaseError("bazy " + file.string() + " nie można ukryć przed innymi (" +
                                failure.code().message() + ")",
                            "uruchom program jako jej właściciel");
    }
}

}  // namespace

GroupWriter& OfficeFile::writer() {
    std::lock_guard lock{opening_};
    if (!writer_) {
        create(file_);
        writer_.emplace(file_);
    }
    return *writer_;
}

}  // namespace okienko::db
