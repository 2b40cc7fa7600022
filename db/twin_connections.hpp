#pragma once

#include <SQLiteCpp/Transaction.h>

#include <filesystem>
#include <optional>

#include "db/connection.hpp"

namespace okienko::db {

/// Two read-only connections that see a database as it stood at one moment, so that two threads
/// can read it together: each of them belongs to one thread at a time. Where the two do not come to
/// see the same moment (somebody writes without a pause, or SQLite may not share its index of the
/// log), both names stand for one connection, and one thread has to do all the reading.
class TwinConnections {
  public:
    /// Throws DatabaseError when there is no such file, or it is no database.
    explicit TwinConnections(const std::filesystem::path& file);

    [[nodiscard]] SQLite::Database& first() { return first_.database(); }
    [[nodiscard]] SQLite::Database& second() {
        return agree_ ? second_.database() : first_.database();
    }

    /// As ReadingConnection::require_unchanged.
    void require_unchanged() const;

  private:
    /// Whether both transactions began at the same moment.
    bool begin();

    ReadingConnection first_;
    ReadingConnection second_;
    std::optional<SQLite::Transaction> first_transaction_;
    std::optional<SQLite::Transaction> second_transaction_;
    bool agree_ = false;
};

}  // namespace okienko::db
