#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "language/dates.hpp"

namespace okienko::language {

/// What the calendar and the clock on the wall show at one moment in one place.
struct LocalTime {
    Date date;
    std::chrono::minutes time;        ///< since midnight by the clock, 0 to 1439; seconds dropped
    std::chrono::minutes utc_offset;  ///< local minus UTC: Warsaw is +60 in winter, +120 in summer

    friend bool operator==(const LocalTime&, const LocalTime&) = default;
};

// `zone` is a name of the IANA time zone database ("Europe/Warsaw"), case-sensitive. An unknown
// name throws std::invalid_argument. All functions are safe to call from many threads: each thread
// keeps the zone it used last.

/// The wall clock in `zone` at `moment`.
[[nodiscard]] LocalTime local_time(std::chrono::sys_seconds moment, std::string_view zone);

/// The moment when the wall clock in `zone` shows `date` and `time` (minutes since midnight; 1440
/// is the midnight that ends the day). Requires date.ok(). When clocks change, as RFC 5545 §3.3.5:
/// - an hour that is skipped in spring is read with the offset before the change, so 2:30 becomes
///   3:30 summer time;
/// - an hour that comes twice in autumn is its first passing (summer time).
[[nodiscard]] std::chrono::sys_seconds utc_of(Date date,
                                              std::chrono::minutes time,
                                              std::string_view zone);

/// The moment as RFC 3339 date-time with the zone's offset: "2026-11-22T08:30:00+01:00". UTC itself
/// is "+00:00".
[[nodiscard]] std::string rfc3339(std::chrono::sys_seconds moment, std::string_view zone);

}  // namespace okienko::language
