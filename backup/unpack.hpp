#pragma once

#include <filesystem>

#include "backup/fault.hpp"
#include "backup/manifest.hpp"
#include "backup/meter.hpp"
#include "model/checked.hpp"

namespace okienko::backup {

/// Unpacks an archive into an empty folder while checking it: every byte against the manifest, and
/// nothing is there that the manifest does not name. Answers with the manifest, or with everything
/// that is wrong; then what lies in the folder is worth nothing. Nothing is ever written outside
/// the folder, whoever made the archive. Throws FileError for the disk's sake.
model::Checked<Manifest, Fault> unpack(const std::filesystem::path& archive,
                                       const std::filesystem::path& folder,
                                       const Progress& progress);

}  // namespace okienko::backup
