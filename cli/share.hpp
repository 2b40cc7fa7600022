#pragma once

#include <filesystem>

namespace okienko::cli {

/// The folder of what comes with the program (themes/, content/, db/demo/, okienko.toml):
/// $OKIENKO_SHARE, else ../share/okienko beside the program's folder, else the source tree that it
/// was built from. Throws std::runtime_error when none of them is there.
std::filesystem::path share_folder();

}  // namespace okienko::cli
