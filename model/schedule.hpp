#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/choice.hpp"
#include "model/date.hpp"

namespace okienko::model {

enum class Frequency { Once, Weekly, Monthly };
enum class Holidays { Closed, Open };
enum class Booking { None, Recommended, Required };
enum class ExceptionKind { Closed, Changed, Extra };

template <>
struct Choice<Frequency> {
    static constexpr std::array<std::string_view, 3> kNames{"once", "weekly", "monthly"};
};
template <>
struct Choice<Holidays> {
    static constexpr std::array<std::string_view, 2> kNames{"closed", "open"};
};
template <>
struct Choice<Booking> {
    static constexpr std::array<std::string_view, 3> kNames{"none", "recommended", "required"};
};
template <>
struct Choice<ExceptionKind> {
    static constexpr std::array<std::string_view, 3> kNames{"closed", "changed", "extra"};
};

/// A day of the week, in a monthly schedule with its number in the month: BYDAY of RFC 5545
/// section 3.3.10. `ordinal` is 0 for "every", 1 for the first, -1 for the last.
struct ScheduleDay {
    int ordinal = 0;
    std::chrono::weekday weekday{};
    bool operator==(const ScheduleDay&) const = default;
};

/// Reads "mo", "3sa", "-1fr"; ordinals from 1 to 5 and -1.
std::optional<ScheduleDay> parse_schedule_day(std::string_view text);

/// Writes "mo", "3sa", "-1fr".
std::string to_string(ScheduleDay day);

struct ScheduleException {
    Date date{};
    ExceptionKind kind = ExceptionKind::Closed;
    std::optional<TimeOfDay> starts;  ///< Of a Changed or Extra day.
    std::optional<TimeOfDay> ends;
    std::string note;
    bool operator==(const ScheduleException&) const = default;
};

/// When something happens, in local time of the centre.
struct Schedule {
    std::string title;
    std::string place;  ///< Slug; empty when the place is agreed each time.
    Frequency frequency = Frequency::Weekly;
    int interval = 1;               ///< Every how many weeks or months.
    std::vector<ScheduleDay> days;  ///< Empty for Once and where month_days say it.
    std::vector<int> month_days;    ///< 1 to 31; Monthly only.
    TimeOfDay starts{};
    TimeOfDay ends{};
    Date valid_from{};
    std::optional<Date> valid_to;
    Holidays holidays = Holidays::Closed;
    Booking booking = Booking::None;
    std::string note;
    std::vector<ScheduleException> exceptions;
    bool operator==(const Schedule&) const = default;
};

}  // namespace okienko::model
