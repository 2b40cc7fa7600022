#include <libical/ical.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string_view>

#include "generator/feeds/data_file.hpp"
#include "language/local_time.hpp"
#include "model/occurrences.hpp"

// The only file that knows libical (3.0). Its components own what is added to them.
namespace okienko::generator {
namespace {

using model::Date;
using model::ExceptionKind;
using model::Frequency;
using model::Schedule;
using model::TimeOfDay;
using std::chrono::days;
using std::chrono::sys_days;

/// libical keeps time zones and error state in globals.
std::mutex library_mutex;

struct ComponentDeleter {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, ComponentDeleter>;

/// The last day whose terms are written out: what lies beyond is for a later build.
Date horizon(const Site& site, const Schedule& schedule) {
    Date far{sys_days{site.now.date} + days{site.settings.site.calendar_days}};
    return schedule.valid_to ? std::min(far, *schedule.valid_to) : far;
}

/// The first day that the rule names: DTSTART must be one of them (RFC 5545 section 3.8.5.3).
std::optional<Date> first_named_day(const Schedule& schedule, Date last) {
    for (auto day = sys_days{schedule.valid_from}; day <= sys_days{last}; day += days{1}) {
        if (model::rule_names(schedule, Date{day})) return Date{day};
    }
    return std::nullopt;
}

/// Lines of at most 75 bytes, broken between characters (RFC 5545 section 3.1). libical breaks a
/// line of exactly 75 within its CRLF, so its folds are taken out and made anew.
std::string folded_lines(std::string_view text) {
    constexpr std::size_t kLongest = 75;
    std::string folded;
    folded.reserve(text.size());
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("\r\n ")) {
            i += 2;
            continue;
        }
        bool continues_character = (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
        // Four bytes of room: a character is never longer.
        if (length > kLongest - 4 && !continues_character && text[i] != '\r' && text[i] != '\n') {
            folded += "\r\n ";
            length = 1;
        }
        folded += text[i];
        length = text[i] == '\n' ? 0 : length + 1;
    }
    return folded;
}

/// Writes the events of one calendar.
class CalendarWriter {
  public:
    explicit CalendarWriter(const Site& site)
        : site_(site),
          zone_(site.settings.site.time_zone),
          calendar_(icalcomponent_new(ICAL_VCALENDAR_COMPONENT)) {
        add(calendar_.get(), icalproperty_new_version("2.0"));
        add(calendar_.get(), icalproperty_new_prodid("-//Okienko//Okienko//PL"));
        add(calendar_.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
        icalcomponent_add_component(calendar_.get(), new_time_zone());
    }

    void add_service(const model::Service& service) {
        for (std::size_t i = 0; i < service.schedules.size(); ++i) add_schedule(service, i);
    }

    std::string text() {
        char* text = icalcomponent_as_ical_string_r(calendar_.get());
        auto folded = folded_lines(text);
        std::free(text);
        return folded;
    }

  private:
    static void add(icalcomponent* component, icalproperty* property) {
        icalcomponent_add_property(component, property);
    }

    [[nodiscard]] icaltimetype moment(Date date, TimeOfDay time) const {
        icaltimetype at = icaltime_null_time();
        at.year = static_cast<int>(date.year());
        at.month = static_cast<int>(static_cast<unsigned>(date.month()));
        at.day = static_cast<int>(static_cast<unsigned>(date.day()));
        at.hour = static_cast<int>(time.count() / 60);
        at.minute = static_cast<int>(time.count() % 60);
        return icaltime_normalize(at);  // 24:00 is the next day's 0:00.
    }

    /// The zone by its rule of today: the European Union's, which has no end. libical's own answer
    /// lists every change since 1880 and is more than some calendars can read.
    [[nodiscard]] icalcomponent* new_time_zone() const {
        auto year = site_.now.date.year();
        auto winter = offset_on(year / std::chrono::January / 15);
        auto summer = offset_on(year / std::chrono::July / 15);
        std::string text = "BEGIN:VTIMEZONE\r\nTZID:" + zone_ + "\r\n";
        if (summer != winter) {
            text += half_year("DAYLIGHT", "19810329T020000", 3, winter, summer);
        }
        text += half_year("STANDARD", "19961027T030000", 10, summer, winter);
        return icalparser_parse_string((text + "END:VTIMEZONE\r\n").c_str());
    }

    [[nodiscard]] std::chrono::minutes offset_on(Date date) const {
        auto noon = std::chrono::hours{12};
        return std::chrono::duration_cast<std::chrono::minutes>(
            sys_days{date} + noon - language::utc_of(date, noon, zone_));
    }

    static std::string half_year(const std::string& name,
                                 const std::string& since,
                                 int month,
                                 std::chrono::minutes from,
                                 std::chrono::minutes to) {
        return "BEGIN:" + name + "\r\nDTSTART:" + since +
               "\r\nRRULE:FREQ=YEARLY;BYMONTH=" + std::to_string(month) +
               ";BYDAY=-1SU\r\nTZOFFSETFROM:" + offset_text(from) +
               "\r\nTZOFFSETTO:" + offset_text(to) + "\r\nEND:" + name + "\r\n";
    }

    /// "+0100".
    static std::string offset_text(std::chrono::minutes offset) {
        auto text = model::to_iso(std::chrono::abs(offset));
        std::erase(text, ':');
        return (offset < std::chrono::minutes{0} ? "-" : "+") + text;
    }

    /// A property with a moment, and the TZID parameter that libical leaves to its caller.
    void add_moment(icalcomponent* event, icalproperty* property) {
        icalproperty_add_parameter(property, icalparameter_new_tzid(zone_.c_str()));
        add(event, property);
    }

    icalcomponent* new_event(const model::Service& service,
                             const Schedule& schedule,
                             const std::string& uid,
                             const model::Occurrence& when) {
        icalcomponent* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
        add(event, icalproperty_new_uid(uid.c_str()));
        add(event, icalproperty_new_dtstamp(stamp(service)));
        add_moment(event, icalproperty_new_dtstart(moment(when.date, when.starts)));
        add_moment(event, icalproperty_new_dtend(moment(when.date, when.ends)));
        auto summary = service.name + ": " + schedule.title;
        add(event, icalproperty_new_summary(summary.c_str()));
        auto description = when.note.empty() ? schedule.note : when.note;
        if (!description.empty()) add(event, icalproperty_new_description(description.c_str()));
        auto url = site_.settings.site.url + service_address(service.slug);
        add(event, icalproperty_new_url(url.c_str()));
        if (auto place = site_.places.find(schedule.place); place != site_.places.end()) {
            auto location = place->second->name + ", " + model::street_line(*place->second) + ", " +
                            place->second->postal_code + " " + place->second->city;
            add(event, icalproperty_new_location(location.c_str()));
        }
        icalcomponent_add_component(calendar_.get(), event);
        return event;
    }

    /// When the data were last known to be true: the same bytes for the same data.
    static icaltimetype stamp(const model::Service& service) {
        icaltimetype at = icaltime_null_time();
        at.year = static_cast<int>(service.verified_on.year());
        at.month = static_cast<int>(static_cast<unsigned>(service.verified_on.month()));
        at.day = static_cast<int>(static_cast<unsigned>(service.verified_on.day()));
        return icaltime_set_timezone(&at, icaltimezone_get_utc_timezone());
    }

    void add_schedule(const model::Service& service, std::size_t index) {
        const auto& schedule = service.schedules[index];
        auto uid = service.id + "-" + std::to_string(index + 1);
        auto last = horizon(site_, schedule);
        if (auto first = first_named_day(schedule, last)) {
            auto* event =
                new_event(service, schedule, uid, {*first, schedule.starts, schedule.ends, {}});
            if (schedule.frequency != Frequency::Once) {
                add(event, icalproperty_new_rrule(rule(schedule, last)));
            }
            add_cancelled_days(event, schedule, *first, last);
        }
        for (const auto& exception : schedule.exceptions) {
            if (exception.kind != ExceptionKind::Closed) {
                add_exception(service, schedule, uid, exception);
            }
        }
    }

    [[nodiscard]] icalrecurrencetype rule(const Schedule& schedule, Date last) const {
        icalrecurrencetype rule;
        icalrecurrencetype_clear(&rule);
        bool weekly = schedule.frequency == Frequency::Weekly;
        rule.freq = weekly ? ICAL_WEEKLY_RECURRENCE : ICAL_MONTHLY_RECURRENCE;
        rule.interval = static_cast<short>(schedule.interval);
        rule.week_start = ICAL_MONDAY_WEEKDAY;
        rule.until = until(last);
        std::size_t i = 0;
        for (const auto& day : schedule.days) {
            auto weekday = static_cast<int>(day.weekday.c_encoding()) + 1;  // Sunday is 1.
            auto encoded = std::abs(day.ordinal) * 8 + weekday;
            rule.by_day[i++] = static_cast<short>(day.ordinal < 0 ? -encoded : encoded);
        }
        i = 0;
        for (int day : schedule.month_days) rule.by_month_day[i++] = static_cast<short>(day);
        return rule;
    }

    /// UNTIL is in UTC when DTSTART has a time zone (RFC 5545 section 3.3.10).
    [[nodiscard]] icaltimetype until(Date last) const {
        auto end = language::utc_of(last, std::chrono::hours{24} - std::chrono::minutes{1}, zone_);
        return icaltime_from_timet_with_zone(
            end.time_since_epoch().count(), 0, icaltimezone_get_utc_timezone());
    }

    void add_cancelled_days(icalcomponent* event, const Schedule& schedule, Date first, Date last) {
        for (auto day = sys_days{first}; day <= sys_days{last}; day += days{1}) {
            Date date{day};
            if (model::rule_names(schedule, date) && is_cancelled(schedule, date)) {
                add_moment(event, icalproperty_new_exdate(moment(date, schedule.starts)));
            }
        }
    }

    static bool is_cancelled(const Schedule& schedule, Date date) {
        for (const auto& exception : schedule.exceptions) {
            if (exception.date == date) return exception.kind == ExceptionKind::Closed;
        }
        return model::is_closed_for_holiday(schedule, date);
    }

    /// A day with other hours replaces its recurrence; an extra day is an event of its own.
    void add_exception(const model::Service& service,
                       const Schedule& schedule,
                       const std::string& uid,
                       const model::ScheduleException& exception) {
        model::Occurrence when{exception.date, *exception.starts, *exception.ends, exception.note};
        bool replaces = exception.kind == ExceptionKind::Changed;
        auto own_uid = replaces ? uid : uid + "-" + model::to_iso(exception.date);
        auto* event = new_event(service, schedule, own_uid, when);
        if (replaces) {
            add_moment(event,
                       icalproperty_new_recurrenceid(moment(exception.date, schedule.starts)));
        }
    }

    const Site& site_;
    const std::string& zone_;
    Component calendar_;
};

std::string service_calendar(const Site& site, const model::Service& service) {
    std::lock_guard guard{library_mutex};
    CalendarWriter writer{site};
    writer.add_service(service);
    return writer.text();
}

std::string whole_calendar(const Site& site) {
    std::lock_guard guard{library_mutex};
    CalendarWriter writer{site};
    for (const auto* service : site.services_by_name) writer.add_service(*service);
    return writer.text();
}

}  // namespace

void add_calendars(const Site& site, DataFiles& files) {
    for (const auto* service : site.services_by_name) {
        if (service->schedules.empty()) continue;
        files.push_back({service_address(service->slug) + "termin.ics",
                         [&site, service] { return service_calendar(site, *service); }});
    }
    files.push_back({"/harmonogram/kalendarz.ics", [&site] { return whole_calendar(site); }});
}

}  // namespace okienko::generator
