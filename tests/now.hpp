#pragma once

#include <chrono>

namespace okienko {

/// The moment at which tests take place: Monday 23 November 2026, 9:00 in Poland.
inline constexpr std::chrono::sys_seconds kNow{std::chrono::seconds{1'795'420'800}};

}  // namespace okienko
