#pragma once

#include <chrono>
#include <string>

#include "language/language.hpp"

namespace okienko::language {

/// A calendar date; every function here requires date.ok().
using Date = std::chrono::year_month_day;

// Names of months and weekdays come from CLDR (gregorian calendar). Texts hold ordinary spaces:
// typeset() makes the ones that must not break a line. Polish never gets "r." and Ukrainian never
// "р.", because a sentence may end there. All functions are safe to call from many threads.

/// "5 marca 2026", "5 March 2026", "5 березня 2026": the month in the genitive.
[[nodiscard]] std::string date_long(Date date, Language language);

/// "czwartek, 5 marca 2026".
[[nodiscard]] std::string date_full(Date date, Language language);

/// "5.03.2026" in Polish, "05/03/2026" in English, "05.03.2026" in Ukrainian.
[[nodiscard]] std::string date_short(Date date, Language language);

/// "marzec 2026": the month alone is in the nominative.
[[nodiscard]] std::string month_year(Date date, Language language);

/// "2026-03-05" (ISO 8601, RFC 3339 full-date), for machines: `datetime`, feeds, file names.
[[nodiscard]] std::string date_iso(Date date);

/// "czwartek"; lower-case in Polish and Ukrainian.
[[nodiscard]] std::string weekday_name(std::chrono::weekday weekday, Language language);
[[nodiscard]] std::string weekday_name(Date date, Language language);

/// "czw.", "Thu", "чт".
[[nodiscard]] std::string weekday_short(std::chrono::weekday weekday, Language language);
[[nodiscard]] std::string weekday_short(Date date, Language language);

/// A time given in minutes since midnight, 0 to 1440, on the 24-hour clock: "9:00", "15:30"; the
/// end of the day is "24:00".
[[nodiscard]] std::string time_of_day(std::chrono::minutes since_midnight);

/// "9:00–15:30", with an en dash and no spaces.
[[nodiscard]] std::string time_range(std::chrono::minutes from, std::chrono::minutes to);

}  // namespace okienko::language
