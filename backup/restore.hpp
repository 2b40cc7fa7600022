#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "backup/fault.hpp"
#include "backup/meter.hpp"
#include "model/checked.hpp"

namespace okienko::backup {

struct RestoreRequest {
    std::filesystem::path root;     ///< The centre's folder; made when it is not there.
    std::filesystem::path archive;  ///< Made by back_up().
    std::chrono::sys_seconds now;
    Progress progress = {};
};

struct RestoreReport {
    std::chrono::sys_seconds created;  ///< When the archive was made.
    std::size_t files = 0;             ///< Without the databases.
    std::size_t databases = 0;
    std::filesystem::path old_state;  ///< Where the state before lies; empty when there was none.
    std::vector<std::string> not_in_archive;  ///< Parts of the old state without a successor.
};

/// Puts a centre into the state that the archive holds, or leaves it as it was and answers with
/// everything that is wrong with the archive. The archive is unpacked beside and checked to the
/// last byte before anything changes; then the states change places (state_swap.hpp): a kill at any
/// moment leaves one of them, or what the next command makes one of them. The published site is not
/// touched.
///
/// Throws FileError and db::DatabaseError for the machine's sake, and while somebody works in the
/// centre (instance_lock.hpp).
model::Checked<RestoreReport, Fault> restore(const RestoreRequest& request);

}  // namespace okienko::backup
