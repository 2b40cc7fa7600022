#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <string>
#include <vector>

#include "db/statement_row.hpp"

namespace okienko::db {

/// Removes cards of one table with everything that is theirs (their lists and groups), by their
/// numbers. What refers to them stays, for the caller is about to write them anew.
class RowRemoval {
  public:
    /// Which tables hold parts of the card is read from the schema: those that refer to it (or to
    /// a part of it) and are deleted with it.
    RowRemoval(const SQLite::Database& database, const std::string& table);

    void remove(RowId id);

  private:
    std::vector<SQLite::Statement> statements_;  ///< Parts before their owners.
};

}  // namespace okienko::db
