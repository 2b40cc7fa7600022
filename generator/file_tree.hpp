#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace okienko::generator {

/// A file of the instance that could not be read or written. The message is Polish and names the
/// file, what was being done and what the system said.
class FileError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Throws FileError: "nie można zapisać <path>: brak miejsca na dysku", from errno.
[[noreturn]] void throw_file_error(std::string_view doing, const std::filesystem::path& path);

/// The whole file. Throws FileError.
std::string read_file(const std::filesystem::path& path);

/// Writes the whole file, replacing an old one. Throws FileError.
void write_file(const std::filesystem::path& path, std::string_view bytes);

/// Relative paths ("a/b.md", always with "/") of all regular files below a folder, sorted by bytes
/// so that every run sees the same order. Names that begin with a dot are left out. A folder that
/// does not exist has no files.
std::vector<std::string> files_below(const std::filesystem::path& folder);

}  // namespace okienko::generator
