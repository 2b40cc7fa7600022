#include "model/occurrences.hpp"

#include <algorithm>

#include "model/polish_holidays.hpp"

namespace okienko::model {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

sys_days monday_of(Date date) {
    sys_days day{date};
    return day - (weekday{day} - std::chrono::Monday);
}

bool names_week(const Schedule& schedule, Date date) {
    auto weeks = (monday_of(date) - monday_of(schedule.valid_from)) / days{7};
    if (weeks % schedule.interval != 0) return false;
    weekday today{sys_days{date}};
    return std::any_of(schedule.days.begin(), schedule.days.end(), [today](const ScheduleDay& day) {
        return day.weekday == today;
    });
}

/// Whether "3sa", "-1fr" or "mo" of its month is this date.
bool is_ordinal_day(const ScheduleDay& day, Date date) {
    if (weekday{sys_days{date}} != day.weekday) return false;
    if (day.ordinal == 0) return true;
    if (day.ordinal > 0) return (static_cast<int>(unsigned{date.day()}) - 1) / 7 + 1 == day.ordinal;
    Date week_later{sys_days{date} + days{7}};
    return week_later.month() != date.month();
}

bool names_month(const Schedule& schedule, Date date) {
    auto months_between = (int{date.year()} - int{schedule.valid_from.year()}) * 12 +
                          static_cast<int>(unsigned{date.month()}) -
                          static_cast<int>(unsigned{schedule.valid_from.month()});
    if (months_between % schedule.interval != 0) return false;
    auto number = static_cast<int>(unsigned{date.day()});
    const auto& numbers = schedule.month_days;
    if (std::find(numbers.begin(), numbers.end(), number) != numbers.end()) return true;
    return std::any_of(schedule.days.begin(), schedule.days.end(), [date](const ScheduleDay& day) {
        return is_ordinal_day(day, date);
    });
}

const ScheduleException* exception_on(const Schedule& schedule, Date date) {
    for (const auto& exception : schedule.exceptions) {
        if (exception.date == date) return &exception;
    }
    return nullptr;
}

std::optional<Occurrence> occurrence_on(const Schedule& schedule, Date date) {
    if (const auto* exception = exception_on(schedule, date)) {
        if (exception->kind == ExceptionKind::Closed) return std::nullopt;
        return Occurrence{date,
                          exception->starts.value_or(schedule.starts),
                          exception->ends.value_or(schedule.ends),
                          exception->note};
    }
    if (!rule_names(schedule, date) || is_closed_for_holiday(schedule, date)) return std::nullopt;
    return Occurrence{date, schedule.starts, schedule.ends, {}};
}

/// The days outside which the schedule says nothing, its extra days included.
struct DayRange {
    sys_days first;
    sys_days last;
};

DayRange span_of(const Schedule& schedule, Date first, Date last) {
    DayRange range{sys_days{schedule.valid_from}, sys_days{schedule.valid_to.value_or(last)}};
    if (schedule.frequency == Frequency::Once) range.last = range.first;
    for (const auto& exception : schedule.exceptions) {
        range.first = std::min(range.first, sys_days{exception.date});
        range.last = std::max(range.last, sys_days{exception.date});
    }
    return {std::max(range.first, sys_days{first}), std::min(range.last, sys_days{last})};
}

}  // namespace

bool rule_names(const Schedule& schedule, Date date) {
    if (date < schedule.valid_from) return false;
    if (schedule.valid_to && date > *schedule.valid_to) return false;
    switch (schedule.frequency) {
        case Frequency::Once:
            return date == schedule.valid_from;
        case Frequency::Weekly:
            return names_week(schedule, date);
        case Frequency::Monthly:
            return names_month(schedule, date);
    }
    return false;
}

bool is_closed_for_holiday(const Schedule& schedule, Date date) {
    return schedule.holidays == Holidays::Closed && is_polish_holiday(date);
}

std::vector<Occurrence> occurrences(const Schedule& schedule, Date first, Date last) {
    std::vector<Occurrence> found;
    auto range = span_of(schedule, first, last);
    for (auto day = range.first; day <= range.last; day += days{1}) {
        if (auto occurrence = occurrence_on(schedule, Date{day})) found.push_back(*occurrence);
    }
    return found;
}

std::optional<Occurrence> next_occurrence(const Schedule& schedule, Date today, TimeOfDay now) {
    auto range = span_of(schedule, today, Date{sys_days{today} + days{366}});
    for (auto day = range.first; day <= range.last; day += days{1}) {
        auto occurrence = occurrence_on(schedule, Date{day});
        if (!occurrence) continue;
        if (occurrence->date > today || occurrence->ends > now) return occurrence;
    }
    return std::nullopt;
}

}  // namespace okienko::model
