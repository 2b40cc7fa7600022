#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <filesystem>
#include <optional>

#include "db/error.hpp"

/// Connections to the databases of an instance. A connection belongs to one thread.
///
/// The journal is a write-ahead log: readers never wait for the writer, nor the writer for a build
/// that reads the whole catalogue for seconds. Its price is that reading wants to write the files
/// "-wal" and "-shm" beside the database; ReadingConnection knows what to do where it may not.
/// Only an empty catalogue is filled without it (db/unlogged_writing.hpp).
namespace okienko::db {

enum class MissingFile { Refuse, Create };

/// Of a new database, in bytes. Large pages are filled and read with less work, small ones make a
/// small change cheaper. An old database keeps the pages that it has.
enum class PageSize { Small = 4096, Large = 16384 };

/// A connection whose commits are durable on disk (synchronous=FULL) and whose references are
/// checked; it waits 5 seconds for another writer. Throws DatabaseError.
SQLite::Database open_for_writing(const std::filesystem::path& file,
                                  MissingFile missing,
                                  PageSize pages = PageSize::Small);

/// For a writer that finds the row of every reference itself (db/row_ids.hpp) and so cannot leave
/// one dangling: SQLite looks for none of them a second time, and empties a table without visiting
/// its rows. To be called outside a transaction.
void trust_references(SQLite::Database& database);

/// For a writer of gathered rows: what SQLite keeps, to undo a statement that fails half-way, is a
/// few pages for each, and need not go through a file.
void take_statements_back_from_memory(SQLite::Database& database);

/// A read-only connection, also to a database in a directory that this process cannot write.
class ReadingConnection {
  public:
    /// Throws DatabaseError when there is no such file, or it is no database.
    explicit ReadingConnection(const std::filesystem::path& file);

    [[nodiscard]] SQLite::Database& database() { return database_; }

    /// To be called after reading: throws DatabaseError when what was read may be half old, half
    /// new. It can only happen where the directory is not writable (see the .cpp).
    void require_unchanged() const;

  private:
    std::filesystem::path file_;
    /// When the file was last written, if it is read without locks. Set while `database_` is
    /// opened.
    std::optional<std::filesystem::file_time_type> unlocked_since_;
    SQLite::Database database_;
};

/// A read-only connection to a database that nobody changes for as long as it is open: it takes no
/// locks and makes no files beside it. Throws DatabaseError.
SQLite::Database open_unchanging(const std::filesystem::path& file);

/// SQLite's failure in words for the person who runs the program.
DatabaseError explain(const SQLite::Exception& failure, const std::filesystem::path& file);

}  // namespace okienko::db
