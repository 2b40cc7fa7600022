#include "generator/pages/timetable_rows.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "generator/pages/phrases.hpp"
#include "generator/pages/place_view.hpp"
#include "generator/pages/schedule_view.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/collation.hpp"
#include "language/dates.hpp"
#include "model/polish_holidays.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::Frequency;
using model::Schedule;
using std::chrono::sys_days;

constexpr auto kPolish = Language::Polish;

bool is_over(const Schedule& schedule, model::Date today) {
    if (schedule.frequency == Frequency::Once) return schedule.valid_from < today;
    return schedule.valid_to && *schedule.valid_to < today;
}

std::size_t place_in_week(std::chrono::weekday day) {
    return day.iso_encoding() - 1;
}

void sort_by_time(TimetableEntries& entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        auto key = [](const Schedule& each) { return std::tuple{each.starts, each.ends}; };
        return key(*a.schedule) < key(*b.schedule);
    });
}

void sort_by_date(TimetableEntries& entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        auto key = [](const Schedule& each) { return std::tuple{each.valid_from, each.starts}; };
        return key(*a.schedule) < key(*b.schedule);
    });
}

void add(Timetable& timetable, const TimetableEntry& entry) {
    ++timetable.size;
    switch (entry.schedule->frequency) {
        case Frequency::Once:
            timetable.single.push_back(entry);
            return;
        case Frequency::Monthly:
            timetable.monthly.push_back(entry);
            return;
        case Frequency::Weekly:
            break;
    }
    for (const auto& day : entry.schedule->days) {
        timetable.weekly[place_in_week(day.weekday)].push_back(entry);
    }
}

/// What a person must know before coming: only what is out of the ordinary.
std::vector<std::string> details_of(const Schedule& schedule,
                                    model::Date today,
                                    const Words& words) {
    std::vector<std::string> details;
    bool repeats = schedule.frequency != Frequency::Once;
    if (schedule.frequency == Frequency::Weekly && schedule.interval > 1) {
        details.push_back(words.count("count.every_weeks", schedule.interval));
    }
    if (repeats) {
        std::optional<model::Date> from;
        if (schedule.valid_from > today) from = schedule.valid_from;
        auto period = period_words(from, schedule.valid_to, words);
        if (!period.empty()) details.push_back(std::move(period));
    }
    if (schedule.booking != model::Booking::None) {
        details.push_back(words.label("timetable_booking", schedule.booking));
    }
    if (repeats && schedule.holidays == model::Holidays::Open) {
        details.push_back(words["timetable.open_on_holidays"]);
    }
    if (!schedule.note.empty()) details.push_back(schedule.note);
    return details;
}

void set_service(View& row, const TimetableEntry& entry) {
    row.value("slot_url", service_address(entry.service->slug));
    row.words("slot_service", entry.service->name);
    row.words("slot_title", entry.schedule->title);
}

View slot_row(const Site& site, const TimetableEntry& entry) {
    const auto& words = site.words_in(kPolish);
    const auto& schedule = *entry.schedule;
    View row{kPolish};
    set_service(row, entry);
    row.value("slot_time", language::time_range(schedule.starts, schedule.ends));
    row.words(
        "slot_days",
        schedule.frequency == Frequency::Weekly ? std::string{} : schedule_days(schedule, words));
    auto place = site.places.find(schedule.place);
    bool known = place != site.places.end();
    row.value("slot_place_url", known ? "#miejsce-" + schedule.place : std::string{});
    row.words("slot_place", known ? place->second->name : words["timetable.no_fixed_place"]);
    auto details = details_of(schedule, site.now.date, words);
    set_rows(row, "slot_details", text_rows(kPolish, "slot_detail", details));
    return row;
}

std::string change_words(const Schedule& schedule,
                         const model::ScheduleException& exception,
                         const Words& words) {
    auto key = "schedule.exception_" + std::string{model::name(exception.kind)};
    auto time = language::time_range(exception.starts.value_or(schedule.starts),
                                     exception.ends.value_or(schedule.ends));
    return words.format(key, {{"time", time}});
}

View change_row(const Site& site,
                const TimetableEntry& entry,
                const model::ScheduleException& exception) {
    const auto& words = site.words_in(kPolish);
    View row{kPolish};
    set_service(row, entry);
    row.value("change_iso", language::date_iso(exception.date));
    row.words("change_date", weekday_and_date(exception.date, words));
    row.words("change_kind", change_words(*entry.schedule, exception, words));
    row.words("change_note", exception.note);
    return row;
}

}  // namespace

Timetable timetable_of(const Site& site) {
    Timetable timetable;
    for (const auto* service : site.services_by_name) {
        for (const auto& schedule : service->schedules) {
            if (!is_over(schedule, site.now.date)) add(timetable, {service, &schedule});
        }
    }
    for (auto& day : timetable.weekly) sort_by_time(day);
    sort_by_date(timetable.single);
    return timetable;
}

std::vector<View> timetable_rows(const Site& site, const TimetableEntries& entries) {
    std::vector<View> rows;
    rows.reserve(entries.size());
    for (const auto& entry : entries) rows.push_back(slot_row(site, entry));
    return rows;
}

std::vector<View> timetable_changes(const Site& site, model::Date first, model::Date last) {
    struct Change {
        TimetableEntry entry;
        const model::ScheduleException* exception;
    };
    std::vector<Change> changes;
    for (const auto* service : site.services_by_name) {
        for (const auto& schedule : service->schedules) {
            for (const auto& exception : schedule.exceptions) {
                bool near = exception.date >= first && exception.date <= last;
                if (near) changes.push_back({{service, &schedule}, &exception});
            }
        }
    }
    std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
        return a.exception->date < b.exception->date;
    });
    std::vector<View> rows;
    rows.reserve(changes.size());
    for (const auto& change : changes) {
        rows.push_back(change_row(site, change.entry, *change.exception));
    }
    return rows;
}

std::vector<View> holiday_rows(const Site& site, model::Date first, model::Date last) {
    std::vector<View> rows;
    for (auto day = sys_days{first}; day <= sys_days{last}; day += std::chrono::days{1}) {
        model::Date date{day};
        if (!model::is_polish_holiday(date)) continue;
        View row{kPolish};
        row.value("holiday_iso", language::date_iso(date));
        row.words("holiday_date", weekday_and_date(date, site.words_in(kPolish)));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<View> timetable_places(const Site& site, const Timetable& timetable) {
    std::vector<const model::Place*> places;
    std::set<std::string_view> seen;
    auto collect = [&](const TimetableEntries& entries) {
        for (const auto& entry : entries) {
            auto place = site.places.find(entry.schedule->place);
            bool fresh = place != site.places.end() && seen.insert(place->first).second;
            if (fresh) places.push_back(place->second);
        }
    };
    for (const auto& day : timetable.weekly) collect(day);
    collect(timetable.monthly);
    collect(timetable.single);
    language::Collator collator{kPolish};
    std::stable_sort(places.begin(), places.end(), [&](const auto* a, const auto* b) {
        return collator.compare(a->name, b->name) < 0;
    });
    std::vector<View> rows;
    for (const auto* place : places) {
        View row{kPolish};
        row.value("place_id", "miejsce-" + place->slug);
        row.words("place_name", place->name);
        row.words("place_address", address_line(*place, site.words_in(kPolish)));
        row.words("place_directions", place->directions);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace okienko::generator
