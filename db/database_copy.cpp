#include "db/database_copy.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include "db/connection.hpp"
#include "db/migrations.hpp"

namespace okienko::db {
namespace {

constexpr int kPagesPerStep = 256;

void copy_pages(SQLite::Database& to, SQLite::Database& from, const CopyProgress& progress) {
    SQLite::Backup backup(to, from);
    int answer = SQLITE_OK;
    while (answer == SQLITE_OK) {
        answer = backup.executeStep(kPagesPerStep);
        auto total = static_cast<std::size_t>(backup.getTotalPageCount());
        auto left = static_cast<std::size_t>(backup.getRemainingPageCount());
        if (progress) progress(total - left, total);
    }
    if (answer != SQLITE_DONE) throw SQLite::Exception("database is locked", answer);
}

SQLite::Database new_copy(const std::filesystem::path& file) {
    try {
        return {file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    } catch (const SQLite::Exception& failure) {
        throw explain(failure, file);
    }
}

/// A database that only this process knows, so that nothing needs to be written beside it.
SQLite::Database open_unshared(const std::filesystem::path& file) {
    return {file.string(), SQLite::OPEN_READONLY};
}

/// The first finding; one is enough to refuse the file.
std::optional<std::string> first_finding(const SQLite::Database& database) {
    SQLite::Statement check(database, "PRAGMA integrity_check(1)");
    check.executeStep();
    auto answer = check.getColumn(0).getString();
    if (answer == "ok") return std::nullopt;
    return "baza jest uszkodzona (" + answer + ")";
}

}  // namespace

void copy_database(const std::filesystem::path& from,
                   const std::filesystem::path& copy,
                   const CopyProgress& progress) {
    ReadingConnection source(from);
    auto target = new_copy(copy);
    try {
        // The caller flushes the archive that the copy ends up in, not the copy.
        target.exec("PRAGMA synchronous = OFF");
        // Reading within one transaction holds on to one moment: without it, every commit of
        // another process would make the backup begin again.
        SQLite::Transaction moment(source.database());
        schema_version(source.database());
        copy_pages(target, source.database(), progress);
        source.require_unchanged();
        // The copied header says "write-ahead log"; a copy has nobody to share with.
        target.exec("PRAGMA journal_mode = DELETE");
    } catch (const SQLite::Exception& failure) {
        bool full = failure.getErrorCode() == SQLITE_FULL;
        throw explain(failure, full ? copy : from);
    }
}

std::optional<std::string> integrity_fault(const std::filesystem::path& file) {
    try {
        return first_finding(open_unshared(file));
    } catch (const SQLite::Exception& failure) {
        if (failure.getErrorCode() == SQLITE_NOTADB) return "to nie jest baza danych";
        if (failure.getErrorCode() == SQLITE_CORRUPT) return "baza jest uszkodzona";
        throw explain(failure, file);
    }
}

int schema_version_of(const std::filesystem::path& file) {
    try {
        return schema_version(open_unshared(file));
    } catch (const SQLite::Exception& failure) {
        throw explain(failure, file);
    }
}

}  // namespace okienko::db
