#pragma once

#include <SQLiteCpp/Database.h>

namespace okienko::db {

/// Switches the write-ahead log of a database off for as long as it lives, unless somebody else has
/// the database open: then nothing changes. For filling an empty one, where the log would hold no
/// old page that a reader could want: each page is written once, where it belongs, instead of
/// twice.
///
/// Readers wait while pages are written. What a crash leaves is taken back by the next connection
/// (a rollback journal: https://www.sqlite.org/atomiccommit.html). To be made outside a transaction
/// and to outlive it.
class UnloggedWriting {
  public:
    /// Refers to the database.
    explicit UnloggedWriting(SQLite::Database& database);
    UnloggedWriting(const UnloggedWriting&) = delete;
    UnloggedWriting& operator=(const UnloggedWriting&) = delete;
    ~UnloggedWriting();

  private:
    SQLite::Database& database_;
};

}  // namespace okienko::db
