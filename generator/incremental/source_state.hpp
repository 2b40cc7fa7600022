#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "generator/incremental/fingerprint.hpp"
#include "generator/instance.hpp"

/// The state of files by what stat(2) tells: size, inode and the time of the last change (ctime,
/// which no program can set back). A file that changed within the last two seconds may change once
/// more without a new time to tell, so its state is known to nobody.
namespace okienko::generator {

/// Enough to tell two files, or two states of a file, apart.
struct FileState {
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t changed = 0;  ///< ctime in nanoseconds since 1970.
    bool operator==(const FileState&) const = default;
};

/// Nothing when there is no such regular file.
std::optional<FileState> state_of(const std::filesystem::path& file);

/// The same number for as long as the file has certainly not changed; a number that never comes
/// again while it is too fresh to tell. Throws FileError when there is no such file.
Fingerprint fingerprint_of_file(const std::filesystem::path& file);

/// Of everything that a build reads: settings, content, catalogue, and the theme with its layers.
/// Nothing while one of the files is too fresh to tell.
std::optional<Fingerprint> fingerprint_of_sources(const Instance& instance,
                                                  const std::string& theme);

/// Of the program itself: its own executable.
Fingerprint fingerprint_of_program();

}  // namespace okienko::generator
