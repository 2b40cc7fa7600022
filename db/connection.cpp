#include "db/connection.hpp"

#include <sqlite3.h>

#include <string>
#include <system_error>

#include "db/migrations.hpp"

namespace okienko::db {
namespace {

constexpr int kBusyTimeoutMs = 5000;
/// 64 MiB: enough for the pages that a large import touches again and again.
constexpr const char* kWritingCache = "PRAGMA cache_size = -65536";

/// A connection belongs to one thread at a time, so SQLite need not lock it for every value.
constexpr int kOneThread = SQLITE_OPEN_NOMUTEX;

void require_file(const std::filesystem::path& file) {
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) return;
    throw DatabaseError("nie ma bazy " + file.string(), "uruchom: okienko init");
}

std::filesystem::path write_ahead_log(const std::filesystem::path& file) {
    return file.string() + "-wal";
}

/// The path as a "file:" address (RFC 8089) with SQLite's promise that nobody writes the file.
std::string immutable_address(const std::filesystem::path& file) {
    std::string address = "file:";
    for (char c : std::filesystem::absolute(file).string()) {
        switch (c) {
            case '%':
                address += "%25";
                break;
            case '?':
                address += "%3f";
                break;
            case '#':
                address += "%23";
                break;
            default:
                address += c;
        }
    }
    return address + "?immutable=1";
}

SQLite::Database open_locked(const std::filesystem::path& file) {
    SQLite::Database database(file.string(), SQLite::OPEN_READONLY | kOneThread, kBusyTimeoutMs);
    schema_version(database);  // Opening alone does not touch the file.
    return database;
}

SQLite::Database open_immutable(const std::filesystem::path& file) {
    SQLite::Database database(immutable_address(file),
                              SQLite::OPEN_READONLY | SQLite::OPEN_URI | kOneThread);
    schema_version(database);
    return database;
}

/// A process that can neither find nor make the files "-wal" and "-shm" cannot open the database
/// the usual way. When there is no "-wal", no writer is at work and everything is in the file
/// itself, so it is read without locks and `unlocked_since` is set.
SQLite::Database open_without_log(const std::filesystem::path& file,
                                  std::optional<std::filesystem::file_time_type>& unlocked_since) {
    try {
        unlocked_since = std::filesystem::last_write_time(file);
        return open_immutable(file);
    } catch (const SQLite::Exception& failure) {
        throw explain(failure, file);
    }
}

/// What a writer without a log (db/unlogged_writing.hpp) left half-way when it was killed, only a
/// writer can take back.
SQLite::Database open_repaired(const std::filesystem::path& file) {
    try {
        static_cast<void>(open_for_writing(file, MissingFile::Refuse));
        return open_locked(file);
    } catch (const SQLite::Exception& failure) {
        throw explain(failure, file);
    }
}

SQLite::Database open_readable(const std::filesystem::path& file,
                               std::optional<std::filesystem::file_time_type>& unlocked_since) {
    require_file(file);
    try {
        return open_locked(file);
    } catch (const SQLite::Exception& failure) {
        auto code = failure.getExtendedErrorCode();
        if (code == SQLITE_READONLY_ROLLBACK) return open_repaired(file);
        bool unwritable =
            failure.getErrorCode() == SQLITE_CANTOPEN || code == SQLITE_READONLY_DIRECTORY;
        if (unwritable && !std::filesystem::exists(write_ahead_log(file))) {
            return open_without_log(file, unlocked_since);
        }
        throw explain(failure, file);
    }
}

}  // namespace

SQLite::Database open_for_writing(const std::filesystem::path& file,
                                  MissingFile missing,
                                  PageSize pages) {
    if (missing == MissingFile::Refuse) require_file(file);
    int create = missing == MissingFile::Create ? SQLite::OPEN_CREATE : 0;
    try {
        SQLite::Database database(
            file.string(), SQLite::OPEN_READWRITE | create | kOneThread, kBusyTimeoutMs);
        // Before the journal, which makes the first page.
        database.exec("PRAGMA page_size = " + std::to_string(static_cast<int>(pages)));
        database.exec("PRAGMA journal_mode = WAL");
        database.exec("PRAGMA synchronous = FULL");
        database.exec("PRAGMA foreign_keys = ON");
        database.exec(kWritingCache);
        return database;
    } catch (const SQLite::Exception& failure) {
        throw explain(failure, file);
    }
}

SQLite::Database open_unchanging(const std::filesystem::path& file) {
    require_file(file);
    try {
        return open_immutable(file);
    } catch (const SQLite::Exception& failure) {
        throw explain(failure, file);
    }
}

void trust_references(SQLite::Database& database) {
    database.exec("PRAGMA foreign_keys = OFF");
}

void take_statements_back_from_memory(SQLite::Database& database) {
    database.exec("PRAGMA temp_store = MEMORY");
}

ReadingConnection::ReadingConnection(const std::filesystem::path& file)
    : file_(file), database_(open_readable(file, unlocked_since_)) {}

void ReadingConnection::require_unchanged() const {
    if (!unlocked_since_) return;
    bool writer_came = std::filesystem::exists(write_ahead_log(file_));
    if (!writer_came && std::filesystem::last_write_time(file_) == *unlocked_since_) return;
    throw DatabaseError("baza " + file_.string() + " zmieniła się w trakcie czytania",
                        "spróbuj ponownie");
}

DatabaseError explain(const SQLite::Exception& failure, const std::filesystem::path& file) {
    std::string name = file.string();
    std::string detail = std::string{" ("} + failure.what() + ")";
    switch (failure.getErrorCode()) {
        case SQLITE_NOTADB:
            return {"plik " + name + " nie jest bazą danych",
                    "przenieś go w inne miejsce i uruchom: okienko init"};
        case SQLITE_CORRUPT:
            return {"baza " + name + " jest uszkodzona" + detail,
                    "przywróć plik z kopii zapasowej"};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {"baza " + name + " jest zajęta przez inny program", "spróbuj za chwilę"};
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_READONLY:
            return {"nie można otworzyć bazy " + name + detail,
                    "sprawdź uprawnienia do pliku i jego katalogu"};
        case SQLITE_FULL:
        case SQLITE_IOERR:
            return {"nie udało się czytać lub zapisać bazy " + name + detail,
                    "sprawdź wolne miejsce i stan dysku"};
        case SQLITE_CONSTRAINT:
            return {"baza " + name + " odrzuciła niespójne dane" + detail,
                    "uruchom: okienko check"};
        default:
            return {"błąd bazy " + name + detail, "sprawdź plik i spróbuj ponownie"};
    }
}

}  // namespace okienko::db
