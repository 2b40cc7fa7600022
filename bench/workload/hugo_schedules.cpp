#include "bench/workload/build_day.hpp"
#include "bench/workload/hugo_cards.hpp"
#include "bench/workload/json.hpp"
#include "language/local_time.hpp"
#include "model/occurrences.hpp"

namespace okienko::bench {
namespace {

using model::Date;
using model::ExceptionKind;
using model::Schedule;
using std::chrono::days;
using std::chrono::sys_days;

constexpr days kHorizon{365};

Date last_day(const Schedule& schedule) {
    Date far{sys_days{kBuildDay} + kHorizon};
    Date last{far.year() / far.month() / std::chrono::last};
    return schedule.valid_to ? std::min(last, *schedule.valid_to) : last;
}

/// Every day that the rule names, meetings that will not be held included.
std::vector<Date> named_days(const Schedule& schedule) {
    std::vector<Date> named;
    for (auto day = sys_days{schedule.valid_from}; day <= sys_days{last_day(schedule)};
         day += days{1}) {
        if (model::rule_names(schedule, Date{day})) named.emplace_back(day);
    }
    return named;
}

bool is_cancelled(const Schedule& schedule, Date date) {
    for (const auto& exception : schedule.exceptions) {
        if (exception.date == date) return exception.kind == ExceptionKind::Closed;
    }
    return model::is_closed_for_holiday(schedule, date);
}

std::vector<std::string> cancelled_days(const Schedule& schedule, const std::vector<Date>& named) {
    std::vector<std::string> cancelled;
    for (auto date : named) {
        if (is_cancelled(schedule, date)) cancelled.push_back(model::to_iso(date));
    }
    return cancelled;
}

/// "20271123T225900Z": the last minute of the last day, in UTC.
std::string until(const Schedule& schedule) {
    auto end = std::chrono::hours{24} - std::chrono::minutes{1};
    auto moment = language::utc_of(last_day(schedule), end, "Europe/Warsaw");
    auto day = std::chrono::floor<days>(moment);
    auto time = std::chrono::floor<std::chrono::minutes>(moment - day);
    auto text = model::to_iso(Date{day}) + "T" + model::to_iso(time) + "00Z";
    std::erase(text, '-');
    std::erase(text, ':');
    return text;
}

std::string exception_json(const model::ScheduleException& exception) {
    JsonObject row;
    row.add("date", model::to_iso(exception.date)).add("kind", name(exception.kind));
    if (exception.starts) row.add("starts", model::to_iso(*exception.starts));
    if (exception.ends) row.add("ends", model::to_iso(*exception.ends));
    return row.add("note", exception.note).text();
}

std::string meeting_json(const Schedule& schedule, const model::Occurrence& meeting) {
    return JsonObject{}
        .add("title", schedule.title)
        .add("date", model::to_iso(meeting.date))
        .add("starts", model::to_iso(meeting.starts))
        .add("ends", model::to_iso(meeting.ends))
        .text();
}

}  // namespace

std::string schedule_json(const Schedule& schedule) {
    JsonObject row;
    row.add("title", schedule.title)
        .add("place", schedule.place)
        .add("frequency", name(schedule.frequency))
        .number("interval", schedule.interval)
        .value("days",
               json_rows(schedule.days,
                         [](auto day) {
                             return JsonObject{}
                                 .number("ordinal", day.ordinal)
                                 .add("weekday",
                                      model::to_string(model::ScheduleDay{0, day.weekday}))
                                 .text();
                         }))
        .add("starts", model::to_iso(schedule.starts))
        .add("ends", model::to_iso(schedule.ends))
        .add("holidays", name(schedule.holidays))
        .add("booking", name(schedule.booking))
        .add("note", schedule.note)
        .add("valid_from", model::to_iso(schedule.valid_from));
    if (schedule.valid_to) row.add("valid_to", model::to_iso(*schedule.valid_to));
    if (!schedule.exceptions.empty()) {
        row.value("exceptions", json_rows(schedule.exceptions, exception_json));
    }
    auto named = named_days(schedule);
    if (!named.empty()) row.add("first", model::to_iso(named.front()));
    row.add("until", until(schedule)).add("cancelled", cancelled_days(schedule, named));
    if (auto next = model::next_occurrence(schedule, kBuildDay, kBuildTime)) {
        row.value("next", meeting_json(schedule, *next));
    }
    if (auto first = model::next_occurrence(schedule, schedule.valid_from, model::TimeOfDay{0})) {
        row.value("first_meeting", meeting_json(schedule, *first));
    }
    return row.text();
}

std::string next_meeting_json(const model::Service& service) {
    const Schedule* whose = nullptr;
    std::optional<model::Occurrence> earliest;
    for (const auto& schedule : service.schedules) {
        auto next = model::next_occurrence(schedule, kBuildDay, kBuildTime);
        if (!next) continue;
        if (earliest &&
            std::pair{earliest->date, earliest->starts} <= std::pair{next->date, next->starts}) {
            continue;
        }
        earliest = next;
        whose = &schedule;
    }
    return earliest ? meeting_json(*whose, *earliest) : std::string{};
}

}  // namespace okienko::bench
