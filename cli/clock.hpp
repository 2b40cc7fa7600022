#pragma once

#include <chrono>

namespace okienko::cli {

/// The moment a build is made for: SOURCE_DATE_EPOCH (seconds since 1970, as
/// reproducible-builds.org defines it) when that is set, else now.
std::chrono::sys_seconds build_clock();

}  // namespace okienko::cli
