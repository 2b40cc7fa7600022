#pragma once

#include <chrono>
#include <string>

#include "generator/instance.hpp"

namespace okienko::cli {

/// The moment a build is made for: SOURCE_DATE_EPOCH (seconds since 1970, as
/// reproducible-builds.org defines it) when that is set, else now.
std::chrono::sys_seconds build_clock();

/// The time zone of the centre's clock; the usual one while its settings are broken. Throws where
/// there is no okienko.toml, so that no other folder gets an office.db.
std::string zone_of(const generator::Instance& instance);

}  // namespace okienko::cli
