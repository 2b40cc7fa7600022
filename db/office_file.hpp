#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <utility>

#include "db/connection.hpp"
#include "db/group_writer.hpp"
#include "db/writing_connection.hpp"

namespace okienko::db {

/// office.db, opened: one writer for everybody, a connection of its own for each reader. Behind
/// db/office.hpp and db/submissions.hpp. Thread-safe.
class OfficeFile {
  public:
    /// Makes the file when it is missing, readable by its owner only, and brings it to the newest
    /// schema.
    explicit OfficeFile(const std::filesystem::path& file);

    /// As GroupWriter does.
    void write(GroupWriter::Work work) { writer_.write(std::move(work)); }

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
    std::filesystem::path file_;
    GroupWriter writer_;
};

}  // namespace okienko::db
