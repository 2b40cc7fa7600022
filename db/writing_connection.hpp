#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <memory>
#include <vector>

#include "db/statement_row.hpp"

namespace okienko::db {

/// The connection of a database's one writer. It does the same few things for every form, so it
/// keeps what was prepared for them: preparing took longer than inserting. Belongs to one thread.
class WritingConnection : public SQLite::Database {
  public:
    /// Throws DatabaseError when the file is missing or cannot be used.
    explicit WritingConnection(const std::filesystem::path& file);

    /// Prepared when it is wanted for the first time. `sql` is a literal, known by its address.
    /// Only what reads no rows is kept: a statement that is half read would hold its transaction
    /// open.
    RowInsert& prepared(const char* sql);

  private:
    struct Prepared {
        const char* sql;
        std::unique_ptr<RowInsert> statement;
    };
    std::vector<Prepared> prepared_;
};

}  // namespace okienko::db
