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

namespace okienko::generator {
namespace {

using language::Language;
using model::Frequency;
using model::Schedule;
using std::chrono::sys_days;

constexpr std::chrono::days kSoon{60};

bool is_over(const Schedule& schedule, const Clock& clock) {
    if (schedule.frequency == Frequency::Once) return clock.is_after(schedule.valid_from);
    return schedule.valid_to && clock.is_after(*schedule.valid_to);
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

/// Only a beginning or an end that a reader would not expect.
std::string period_of(const Schedule& schedule, const Clock& clock, const Words& words) {
    if (schedule.frequency == Frequency::Once) return {};
    std::optional<model::Date> from;
    std::optional<model::Date> to;
    if (clock.is_before(schedule.valid_from)) from = schedule.valid_from;
    bool ends_soon =
        schedule.valid_to && clock.is_after(model::Date{sys_days{*schedule.valid_to} - kSoon});
    if (ends_soon) to = schedule.valid_to;
    return period_words(from, to, words);
}

/// What a person must know before coming. The notes of weekly terms stay on the service's sheet:
/// they would be repeated for every day of the week.
std::vector<std::string> details_of(const Schedule& schedule,
                                    const Clock& clock,
                                    const Words& words) {
    std::vector<std::string> details;
    bool weekly = schedule.frequency == Frequency::Weekly;
    if (weekly && schedule.interval > 1) {
        details.push_back(words.count("count.every_weeks", schedule.interval));
    }
    auto period = period_of(schedule, clock, words);
    if (!period.empty()) details.push_back(std::move(period));
    if (schedule.booking != model::Booking::None) {
        details.push_back(words.label("timetable_booking", schedule.booking));
    }
    bool repeats = schedule.frequency != Frequency::Once;
    if (repeats && schedule.holidays == model::Holidays::Open) {
        details.push_back(words["timetable.open_on_holidays"]);
    }
    if (!weekly && !schedule.note.empty()) details.push_back(schedule.note);
    return details;
}

View slot_row(const Site& site, const TimetableEntry& entry) {
    const auto& words = site.words_in(Language::Polish);
    const auto& schedule = *entry.schedule;
    View row{Language::Polish};
    set_slot_service(row, entry);
    row.value("slot_time", language::time_range(schedule.starts, schedule.ends));
    row.words(
        "slot_days",
        schedule.frequency == Frequency::Weekly ? std::string{} : schedule_days(schedule, words));
    const auto* place = site.place(schedule.place);
    row.words("slot_place", place ? place->name : words["timetable.no_fixed_place"]);
    auto details = details_of(schedule, site.clock(), words);
    set_rows(row, "slot_details", text_rows(Language::Polish, "slot_detail", details));
    return row;
}

}  // namespace

void set_slot_service(View& row, const TimetableEntry& entry) {
    row.value("slot_url", service_address(*entry.slug));
    row.words("slot_service", *entry.service);
    row.words("slot_title", entry.schedule->title);
}

Timetable timetable_of(const Site& site) {
    Timetable timetable;
    for (const auto& service : site.services()) {
        auto terms = service.terms();
        for (const auto& schedule : terms.schedules) {
            if (!is_over(schedule, site.clock())) {
                add(timetable, {&terms.slug, &terms.name, &schedule});
            }
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

std::vector<View> timetable_places(const Site& site, const Timetable& timetable) {
    std::vector<const model::Place*> places;
    std::set<std::string_view> seen;
    auto collect = [&](const TimetableEntries& entries) {
        for (const auto& entry : entries) {
            const auto* place = site.place(entry.schedule->place);
            if (place && seen.insert(place->slug).second) places.push_back(place);
        }
    };
    for (const auto& day : timetable.weekly) collect(day);
    collect(timetable.monthly);
    collect(timetable.single);
    language::Collator collator{Language::Polish};
    std::stable_sort(places.begin(), places.end(), [&](const auto* a, const auto* b) {
        return collator.compare(a->name, b->name) < 0;
    });
    std::vector<View> rows;
    for (const auto* place : places) {
        View row{Language::Polish};
        row.value("place_id", "miejsce-" + place->slug);
        row.words("place_name", place->name);
        row.words("place_address", address_line(*place, site.words_in(Language::Polish)));
        row.words("place_directions", place->directions);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace okienko::generator
