#pragma once

#include <filesystem>

#include "generator/descriptor.hpp"

namespace okienko::backup {

/// A folder beside an archive-to-be, for the archive and the copies of databases that go into it,
/// closed to all but its owner. Destroyed, it goes away with everything in it. What backups that
/// were killed have left in the same place goes away when the next one begins.
class UnfinishedArchive {
  public:
    /// Throws FileError when nothing can be written beside `target`.
    explicit UnfinishedArchive(std::filesystem::path target);
    UnfinishedArchive(const UnfinishedArchive&) = delete;
    UnfinishedArchive& operator=(const UnfinishedArchive&) = delete;
    ~UnfinishedArchive();

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    /// Where the archive is to be written.
    [[nodiscard]] std::filesystem::path archive() const;

    /// Flushes the archive to disk and gives it its name: from then on it is there, whole. Throws
    /// FileError, also when somebody else has taken the name meanwhile.
    void publish();

  private:
    std::filesystem::path target_;
    std::filesystem::path folder_;
    generator::Descriptor lock_;  ///< Tells the next backup that this one is alive.
};

}  // namespace okienko::backup
