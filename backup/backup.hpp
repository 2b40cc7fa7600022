#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

#include "backup/fault.hpp"
#include "backup/meter.hpp"
#include "model/checked.hpp"

namespace okienko::backup {

struct BackupRequest {
    std::filesystem::path root;  ///< The centre's folder.
    /// The archive that will be made, or a folder that will get one with the centre's name and the
    /// time in its name.
    std::filesystem::path target;
    std::string program;           ///< The version of this program, for the manifest.
    std::chrono::sys_seconds now;  ///< Same files and clock, same bytes.
    Progress progress = {};
};

struct BackupReport {
    std::filesystem::path archive;
    std::size_t files = 0;  ///< Without the databases.
    std::size_t databases = 0;
    std::uintmax_t archive_bytes = 0;
    Faults skipped;  ///< Links that lead nowhere, sockets.
};

/// Writes everything in a centre that cannot be made again (parts.hpp) into one archive, while
/// others read and write there: each database as it stands at one moment, each file as it was
/// before or after a change, never half of each. The archive appears under its name when it is
/// whole and on disk, mode 0600; it replaces nothing.
///
/// Answers with everything that an editor has to mend first: names that no archive can hold, a
/// target that exists already or would be published. Throws FileError (unreadable file, full disk,
/// files that change all the time, a restore under way) and db::DatabaseError (damaged database).
model::Checked<BackupReport, Fault> back_up(const BackupRequest& request);

}  // namespace okienko::backup
