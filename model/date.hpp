#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace okienko::model {

/// A day of the Gregorian calendar without a time zone.
using Date = std::chrono::year_month_day;

/// Minutes since midnight, local time; 0 to 1440.
using TimeOfDay = std::chrono::minutes;

/// Reads "2026-03-05" (ISO 8601); nothing else, and only days that exist.
std::optional<Date> parse_date(std::string_view text);

/// Writes "2026-03-05".
std::string to_iso(Date date);

/// Reads "20261122T143000Z" (ISO 8601, basic format, UTC); nothing else.
std::optional<std::chrono::sys_seconds> parse_compact_utc(std::string_view text);

/// Writes "20261122T143000Z": a moment in the name of a file, so that names sort by time.
std::string to_compact_utc(std::chrono::sys_seconds moment);

/// Reads "09:00" to "23:59", and "24:00" as the end of a day.
std::optional<TimeOfDay> parse_time_of_day(std::string_view text);

/// Writes "09:00".
std::string to_iso(TimeOfDay time);

}  // namespace okienko::model
