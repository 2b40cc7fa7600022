#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "generator/incremental/fingerprint.hpp"
#include "generator/instance.hpp"

/// The state of files by what stat(2) tells: size, inode and the time of the last change (ctime,
/// which no program can set back). A file that has only just changed may change once more without a
/// new time to tell: then only its bytes can.
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

/// Everything that a build reads: settings, content, catalogue, and the theme with its layers.
/// Files that were too fresh at the moment `at` are taken by their bytes, the others by what
/// stat(2) tells; so of two states of the same moment equal ones mean that nothing has changed
/// between.
struct SourceState {
    std::int64_t at = 0;  ///< Nanoseconds since 1970.
    Fingerprint fingerprint = 0;
    bool operator==(const SourceState&) const = default;
};

/// To be asked before the files are read. Throws FileError.
SourceState source_state_now(const Instance& instance, const std::string& theme);

/// The state now, to be compared with one that was taken at that moment. Throws FileError.
SourceState source_state_at(std::int64_t at, const Instance& instance, const std::string& theme);

/// Of the program itself: its own executable.
Fingerprint fingerprint_of_program();

}  // namespace okienko::generator
