#include "db/unlogged_writing.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace okienko::db {

UnloggedWriting::UnloggedWriting(SQLite::Database& database) : database_(database) {
    try {
        database_.exec("PRAGMA journal_mode = DELETE");
    } catch (const SQLite::Exception& failure) {
        // Somebody has it open. Their log will do.
        if (failure.getErrorCode() != SQLITE_BUSY && failure.getErrorCode() != SQLITE_LOCKED) throw;
    }
}

UnloggedWriting::~UnloggedWriting() {
    try {
        database_.exec("PRAGMA journal_mode = WAL");
    } catch (const SQLite::Exception&) {
        // Somebody reads it at this moment. Whoever writes next switches the log on.
    }
}

}  // namespace okienko::db
