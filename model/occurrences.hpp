#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/schedule.hpp"

namespace okienko::model {

/// One meeting of a schedule.
struct Occurrence {
    Date date{};
    TimeOfDay starts{};
    TimeOfDay ends{};
    std::string note;  ///< Why this day differs; empty on an ordinary day.
    bool operator==(const Occurrence&) const = default;
};

/// Whether the rule of the schedule alone names the day: holidays and exceptions aside.
/// Weeks begin on Monday, as WKST=MO of RFC 5545 section 3.3.10 says.
bool rule_names(const Schedule& schedule, Date date);

/// Whether the centre's holidays cancel the day of this schedule.
bool is_closed_for_holiday(const Schedule& schedule, Date date);

/// Every meeting from `first` to `last` (both included), in order, with holidays left out and
/// exceptions applied. An exception beats a holiday.
std::vector<Occurrence> occurrences(const Schedule& schedule, Date first, Date last);

/// The first meeting that has not ended before that day and time, within a year ahead.
std::optional<Occurrence> next_occurrence(const Schedule& schedule, Date today, TimeOfDay now);

}  // namespace okienko::model
