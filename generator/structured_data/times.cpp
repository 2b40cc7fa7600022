#include <algorithm>
#include <optional>
#include <string>

#include "generator/structured_data/nodes.hpp"
#include "model/occurrences.hpp"

// When a service is there, for machines. A weekly schedule is opening hours with the days that
// differ; what happens on a day, or by another rule, is an event.
namespace okienko::generator {
namespace {

using model::Schedule;
using model::ScheduleException;

bool is_weekly(const Schedule& schedule) {
    return schedule.frequency == model::Frequency::Weekly && schedule.interval == 1;
}

std::string moment(model::Date date, model::TimeOfDay time) {
    return model::to_iso(date) + "T" + model::to_iso(time);
}

void write_hours(model::TimeOfDay opens, model::TimeOfDay closes, JsonText& json) {
    json.member("opens", model::to_iso(opens)).member("closes", model::to_iso(closes));
}

void write_period(const Schedule& schedule, JsonText& json) {
    json.member("validFrom", model::to_iso(schedule.valid_from));
    if (schedule.valid_to) json.member("validThrough", model::to_iso(*schedule.valid_to));
}

bool is_closed(const ScheduleException& each) {
    return each.kind == model::ExceptionKind::Closed;
}

/// A closed day opens and closes at midnight, as search engines read it.
void write_exception(const Schedule& schedule, const ScheduleException& each, JsonText& json) {
    begin_node(json, "OpeningHoursSpecification");
    if (is_closed(each)) {
        write_hours(model::TimeOfDay{0}, model::TimeOfDay{0}, json);
    } else {
        write_hours(each.starts.value_or(schedule.starts), each.ends.value_or(schedule.ends), json);
    }
    auto day = model::to_iso(each.date);
    json.member("validFrom", day).member("validThrough", day).end_object();
}

void write_opening_hours(const Schedule& schedule, JsonText& json) {
    begin_node(json, "OpeningHoursSpecification").member("name", schedule.title);
    json.begin_array("dayOfWeek");
    for (const auto& day : schedule.days) json.text(schema_day(day.weekday));
    json.end_array();
    write_hours(schedule.starts, schedule.ends, json);
    write_period(schedule, json);
    json.end_object();
}

/// "2MO", "-1FR", "TU": RFC 5545.
std::string calendar_day(model::ScheduleDay day) {
    auto text = model::to_string(day);
    for (auto& letter : text) {
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    }
    return text;
}

void write_closed_dates(const std::vector<ScheduleException>& exceptions, JsonText& json) {
    if (std::none_of(exceptions.begin(), exceptions.end(), is_closed)) return;
    json.begin_array("exceptDate");
    for (const auto& each : exceptions) {
        if (is_closed(each)) json.text(model::to_iso(each.date));
    }
    json.end_array();
}

void write_rule(const Site& site, const Schedule& schedule, JsonText& json) {
    auto unit = schedule.frequency == model::Frequency::Monthly ? "M" : "W";
    begin_node(json.key("eventSchedule"), "Schedule")
        .member("repeatFrequency", "P" + std::to_string(schedule.interval) + unit)
        .member("startDate", model::to_iso(schedule.valid_from))
        .member("endDate", schedule.valid_to ? model::to_iso(*schedule.valid_to) : std::string{})
        .member("startTime", model::to_iso(schedule.starts))
        .member("endTime", model::to_iso(schedule.ends))
        .member("scheduleTimezone", site.settings().site.time_zone);
    if (!schedule.days.empty()) {
        json.begin_array("byDay");
        for (const auto& day : schedule.days) json.text(calendar_day(day));
        json.end_array();
    }
    if (!schedule.month_days.empty()) {
        json.begin_array("byMonthDay");
        for (auto day : schedule.month_days) json.number(std::int64_t{day});
        json.end_array();
    }
    write_closed_dates(schedule.exceptions, json);
    json.end_object();
}

bool is_called_off(const Schedule& schedule) {
    return schedule.frequency == model::Frequency::Once && !schedule.exceptions.empty() &&
           schedule.exceptions.front().kind == model::ExceptionKind::Closed;
}

/// The first meeting: for the rule alone it says nothing of the day on which the page is drawn.
std::optional<model::Occurrence> first_meeting(const Schedule& schedule) {
    if (is_called_off(schedule)) {
        return model::Occurrence{schedule.valid_from, schedule.starts, schedule.ends, {}};
    }
    return model::next_occurrence(schedule, schedule.valid_from, model::TimeOfDay{0});
}

void write_event(const Site& site,
                 const model::Service& service,
                 const Schedule& schedule,
                 const model::Occurrence& first,
                 JsonText& json) {
    begin_node(json, "Event")
        .member("name", schedule.title.empty() ? service.name : schedule.title)
        .member("startDate", moment(first.date, first.starts))
        .member("endDate", moment(first.date, first.ends))
        .member("eventStatus",
                is_called_off(schedule) ? "https://schema.org/EventCancelled"
                                        : "https://schema.org/EventScheduled")
        .member("eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode")
        .member("url", absolute_url(site, service_address(service.slug)));
    if (schedule.frequency != model::Frequency::Once) write_rule(site, schedule, json);
    json.key("location");
    write_place(*site.place(schedule.place), json);
    json.key("organizer");
    write_centre(site, json);
    json.end_object();
}

void write_events(const Site& site, const model::Service& service, JsonText& json) {
    bool begun = false;
    for (const auto& schedule : service.schedules) {
        // Nobody can come to where nobody knows: an event needs a place.
        if (is_weekly(schedule) || !site.place(schedule.place)) continue;
        auto first = first_meeting(schedule);
        if (!first) continue;
        if (!begun) json.begin_array("subjectOf");
        begun = true;
        write_event(site, service, schedule, *first, json);
    }
    if (begun) json.end_array();
}

}  // namespace

void write_times(const Site& site, const model::Service& service, JsonText& json) {
    const auto& schedules = service.schedules;
    if (std::any_of(schedules.begin(), schedules.end(), is_weekly)) {
        json.begin_array("hoursAvailable");
        // A day on which one of several schedules rests would close the others, too.
        bool alone = std::count_if(schedules.begin(), schedules.end(), is_weekly) == 1;
        for (const auto& schedule : schedules) {
            if (!is_weekly(schedule)) continue;
            write_opening_hours(schedule, json);
            for (const auto& each : schedule.exceptions) {
                if (alone || !is_closed(each)) write_exception(schedule, each, json);
            }
        }
        json.end_array();
    }
    write_events(site, service, json);
}

}  // namespace okienko::generator
