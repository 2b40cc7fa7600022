#pragma once

#include "model/date.hpp"

namespace okienko::bench {

/// When the invented site is built: bench/run gives `okienko` the same moment in
/// SOURCE_DATE_EPOCH, and what Hugo cannot compute is computed for it.
inline constexpr model::Date kBuildDay{
    std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};
inline constexpr model::TimeOfDay kBuildTime = std::chrono::hours{9};

}  // namespace okienko::bench
