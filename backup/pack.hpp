#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "backup/inventory.hpp"
#include "backup/meter.hpp"

namespace okienko::backup {

struct PackRequest {
    std::filesystem::path archive;  ///< Written from the beginning, mode 0600; not flushed.
    /// Where the copies of the databases are: "catalogue.db". A database in use is never read as a
    /// file.
    std::filesystem::path copies;
    std::string program;
    std::chrono::sys_seconds created;
};

/// Writes an archive that unpack() takes: the manifest, then the items in their order. Files are
/// read twice, for the manifest and for the archive, and so it shows when one changes in between:
/// then the answer is its path, and the archive worth nothing. Throws FileError.
std::optional<std::string> pack(const std::vector<Item>& items,
                                const PackRequest& request,
                                Meter& meter);

}  // namespace okienko::backup
