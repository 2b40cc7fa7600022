#pragma once

#include <filesystem>
#include <string>

namespace okienko::server {

/// The password in a file of one line. Throws generator::FileError when it cannot be read, is
/// readable by anybody but its owner, or is no password.
std::string read_password(const std::filesystem::path& path);

}  // namespace okienko::server
