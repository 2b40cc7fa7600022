#pragma once

#include <filesystem>

namespace okienko::generator {

/// Puts a site folder in order after a build, in its own time: removing many files at once makes
/// the next writing slow (ext4 avoids inodes that were freed a moment ago), so the build itself
/// never does it.
///
/// - What killed builds left is removed.
/// - Of the releases only the newest `keep` stay, and the current one.
/// - A large site gets a spare copy of the current release, in hard links, which the next build
///   turns into the next release: then it touches nothing but what differs. The spare is made of a
///   release that has served its time, so that in the long run hardly anything is created or
///   removed at all.
///
/// Safe beside builds and other tidyings, and when killed at any moment. A second one waits for the
/// first, which has perhaps looked already where there is something to do now. Throws FileError.
void tidy_releases(const std::filesystem::path& site, int keep);

}  // namespace okienko::generator
