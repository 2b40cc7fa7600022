#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/feeds/calendar_text.hpp"
#include "generator/feeds/data_file.hpp"
#include "language/local_time.hpp"
#include "model/occurrences.hpp"
#include "model/polish_holidays.hpp"

namespace okienko::generator {
namespace {

using model::Date;
using model::ExceptionKind;
using model::Frequency;
using model::Schedule;
using model::TimeOfDay;
using std::chrono::days;
using std::chrono::sys_days;

/// The last day whose terms are written out, the end of a month: what lies beyond is for a build of
/// a later month, so that a calendar stays the same for most of the days.
Date horizon(const Site& site, const Schedule& schedule) {
    const auto& clock = site.clock();
    auto ahead = days{site.settings().site.calendar_days};
    Date far{sys_days{clock.now().date} + ahead};
    auto month = far.year() / far.month();
    auto next_month = sys_days{(month + std::chrono::months{1}) / 1};
    clock.keep_until(Date{next_month - ahead}, TimeOfDay{0});
    Date last{month / std::chrono::last};
    return schedule.valid_to ? std::min(last, *schedule.valid_to) : last;
}

/// The first day that the rule names: DTSTART must be one of them (RFC 5545 section 3.8.5.3).
std::optional<Date> first_named_day(const Schedule& schedule, Date last) {
    for (auto day = sys_days{schedule.valid_from}; day <= sys_days{last}; day += days{1}) {
        if (model::rule_names(schedule, Date{day})) return Date{day};
    }
    return std::nullopt;
}

// About what a schedule with its exceptions takes.
constexpr std::size_t kHeadBytes = 500;
constexpr std::size_t kScheduleBytes = 900;

constexpr std::string_view kWeekdays[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

/// Writes the events of one calendar.
class CalendarWriter {
  public:
    CalendarWriter(const Site& site, std::size_t schedules)
        : site_(site),
          text_(site.settings().site.time_zone, kHeadBytes + schedules * kScheduleBytes) {
        text_.line("BEGIN:VCALENDAR");
        text_.line("VERSION:2.0");
        text_.line("PRODID:-//Okienko//Okienko//PL");
        text_.line("METHOD:PUBLISH");
        add_time_zone();
    }

    void add_service(const ServiceTerms& service) {
        for (std::size_t i = 0; i < service.schedules.size(); ++i) add_schedule(service, i);
    }

    std::string text() {
        text_.line("END:VCALENDAR");
        return text_.take();
    }

  private:
    [[nodiscard]] const std::string& zone() const { return site_.settings().site.time_zone; }

    /// The zone by its rule of today: the European Union's, which has no end.
    void add_time_zone() {
        auto year = site_.clock().now().date.year();
        site_.clock().keep_until((year + std::chrono::years{1}) / 1 / 1, TimeOfDay{0});
        auto winter = offset_on(year / std::chrono::January / 15);
        auto summer = offset_on(year / std::chrono::July / 15);
        text_.line("BEGIN:VTIMEZONE");
        text_.line("TZID:" + zone());
        if (summer != winter) add_half_year("DAYLIGHT", "19810329T020000", 3, winter, summer);
        add_half_year("STANDARD", "19961027T030000", 10, summer, winter);
        text_.line("END:VTIMEZONE");
    }

    [[nodiscard]] std::chrono::minutes offset_on(Date date) const {
        auto noon = std::chrono::hours{12};
        return std::chrono::duration_cast<std::chrono::minutes>(
            sys_days{date} + noon - language::utc_of(date, noon, zone()));
    }

    void add_half_year(const std::string& name,
                       const std::string& since,
                       int month,
                       std::chrono::minutes from,
                       std::chrono::minutes to) {
        text_.line("BEGIN:" + name);
        text_.line("DTSTART:" + since);
        text_.line("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=" + std::to_string(month));
        text_.line("TZOFFSETFROM:" + offset_text(from));
        text_.line("TZOFFSETTO:" + offset_text(to));
        text_.line("END:" + name);
    }

    /// "+0100".
    static std::string offset_text(std::chrono::minutes offset) {
        auto text = model::to_iso(std::chrono::abs(offset));
        std::erase(text, ':');
        return (offset < std::chrono::minutes{0} ? "-" : "+") + text;
    }

    /// An event up to what makes it differ from others; `end_event` ends it.
    void begin_event(const ServiceTerms& service,
                     const Schedule& schedule,
                     const std::string& uid,
                     const model::Occurrence& when) {
        text_.line("BEGIN:VEVENT");
        text_.line("UID:" + uid);
        // When the data were last known to be true: the same bytes for the same data.
        text_.line("DTSTAMP:" + utc_text(service.verified_on, TimeOfDay{0}));
        text_.moment("DTSTART", when.date, when.starts);
        text_.moment("DTEND", when.date, when.ends);
        text_.words("SUMMARY", service.name + ": " + schedule.title);
        const auto& note = when.note.empty() ? schedule.note : when.note;
        if (!note.empty()) text_.words("DESCRIPTION", note);
        text_.line("URL:" + site_.settings().site.url + service_address(service.slug));
        if (const auto* place = site_.place(schedule.place)) {
            text_.words("LOCATION",
                        place->name + ", " + model::street_line(*place) + ", " +
                            place->postal_code + " " + place->city);
        }
    }
    void end_event() { text_.line("END:VEVENT"); }

    void add_schedule(const ServiceTerms& service, std::size_t index) {
        const auto& schedule = service.schedules[index];
        auto uid = service.id + "-" + std::to_string(index + 1);
        auto last = horizon(site_, schedule);
        if (auto first = first_named_day(schedule, last)) {
            begin_event(service, schedule, uid, {*first, schedule.starts, schedule.ends, {}});
            if (schedule.frequency != Frequency::Once) text_.line("RRULE:" + rule(schedule, last));
            add_cancelled_days(schedule, *first, last);
            end_event();
        }
        for (const auto& exception : schedule.exceptions) {
            if (exception.kind != ExceptionKind::Closed) {
                add_exception(service, schedule, uid, exception);
            }
        }
    }

    /// RFC 5545 section 3.3.10.
    [[nodiscard]] std::string rule(const Schedule& schedule, Date last) const {
        bool weekly = schedule.frequency == Frequency::Weekly;
        std::string rule = weekly ? "FREQ=WEEKLY" : "FREQ=MONTHLY";
        // In UTC, since DTSTART has a time zone.
        auto end = language::utc_of(last, std::chrono::hours{24} - std::chrono::minutes{1}, zone());
        auto end_day = std::chrono::floor<days>(end);
        rule += ";UNTIL=" +
                utc_text(Date{end_day}, std::chrono::duration_cast<TimeOfDay>(end - end_day));
        if (schedule.interval > 1) rule += ";INTERVAL=" + std::to_string(schedule.interval);
        const auto* separator = ";BYDAY=";
        for (const auto& day : schedule.days) {
            rule += separator;
            if (day.ordinal != 0) rule += std::to_string(day.ordinal);
            rule += kWeekdays[day.weekday.c_encoding()];
            separator = ",";
        }
        separator = ";BYMONTHDAY=";
        for (int day : schedule.month_days) {
            rule += separator + std::to_string(day);
            separator = ",";
        }
        return rule;
    }

    void add_cancelled_days(const Schedule& schedule, Date first, Date last) {
        for (auto date : unusual_days(schedule, first, last)) {
            if (is_cancelled(schedule, date) && model::rule_names(schedule, date)) {
                text_.moment("EXDATE", date, schedule.starts);
            }
        }
    }

    /// Holidays and days of which the schedule says something of their own, in their order.
    static std::vector<Date> unusual_days(const Schedule& schedule, Date first, Date last) {
        auto days = model::polish_holidays(first, last);
        for (const auto& exception : schedule.exceptions) {
            if (exception.date >= first && exception.date <= last) days.push_back(exception.date);
        }
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        return days;
    }

    static bool is_cancelled(const Schedule& schedule, Date date) {
        for (const auto& exception : schedule.exceptions) {
            if (exception.date == date) return exception.kind == ExceptionKind::Closed;
        }
        return model::is_closed_for_holiday(schedule, date);
    }

    /// A day with other hours replaces its recurrence; an extra day is an event of its own.
    void add_exception(const ServiceTerms& service,
                       const Schedule& schedule,
                       const std::string& uid,
                       const model::ScheduleException& exception) {
        bool replaces = exception.kind == ExceptionKind::Changed;
        begin_event(service,
                    schedule,
                    replaces ? uid : uid + "-" + model::to_iso(exception.date),
                    {exception.date, *exception.starts, *exception.ends, exception.note});
        if (replaces) text_.moment("RECURRENCE-ID", exception.date, schedule.starts);
        end_event();
    }

    const Site& site_;
    CalendarText text_;
};

std::string service_calendar(const Site& site, const ServiceRef& service) {
    auto terms = service.terms();
    CalendarWriter writer{site, terms.schedules.size()};
    writer.add_service(terms);
    return writer.text();
}

std::string whole_calendar(const Site& site) {
    std::size_t schedules = 0;
    for (const auto& service : site.services()) schedules += service.terms().schedules.size();
    CalendarWriter writer{site, schedules};
    for (const auto& service : site.services()) writer.add_service(service.terms());
    return writer.text();
}

}  // namespace

void add_calendars(const Site& site, DataFiles& files) {
    for (const auto& service : site.services()) {
        if (service.terms().schedules.empty()) continue;
        files.push_back({service_address(service.slug()) + "termin.ics",
                         [&site, service] { return service_calendar(site, service); }});
    }
    files.push_back({.address = "/harmonogram/kalendarz.ics",
                     .bytes = [&site] { return whole_calendar(site); },
                     .effort = Effort::ManyPages});
}

}  // namespace okienko::generator
