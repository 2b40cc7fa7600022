#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <mutex>
#include <optional>
#include <utility>

#include "db/connection.hpp"
#include "db/group_writer.hpp"
#include "db/writing_connection.hpp"

namespace okienko::db {

/// office.db: one writer for everybody, a connection of its own for each reader. Behind
/// db/office.hpp and db/submissions.hpp. Thread-safe.
class OfficeFile {
  public:
    explicit OfficeFile(std::filesystem::path file) : file_(std::move(file)) {}

    /// Makes the file when it is missing, readable by its owner only, and brings it to the newest
    /// schema. Throws DatabaseError; whoever writes tries again.
    void open() { writer(); }

    /// As GroupWriter does; opens the file for the first one.
    void write(GroupWriter::Work work) { writer().write(std::move(work)); }

    /// `read` sees one moment of the database.
    template <class Read>
    [[nodiscard]] auto read(Read read) const {
        ReadingConnection connection(file_);
        try {
            auto answer = read(connection.database());
            connection.require_unchanged();
            return answer;
        } catch (const SQLite::Exception& failure) {
            throw explain(failure, file_);
        }
    }

  private:
    GroupWriter& writer();

    std::filesystem::path file_;
    std::mutex opening_;
    std::optional<GroupWriter> writer_;  ///< Nothing until the file was opened.
};

}  // namespace okienko::db
