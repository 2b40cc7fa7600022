#include "bench/workload/hugo_timetable.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "bench/workload/build_day.hpp"
#include "bench/workload/hugo_data.hpp"
#include "bench/workload/json.hpp"
#include "language/dates.hpp"

namespace okienko::bench {
namespace {

using model::Schedule;
using std::chrono::sys_days;

// As in Okienko.
constexpr std::size_t kMostTerms = 1500;
constexpr std::chrono::days kAhead{60};

/// A schedule by its service and its number on that card.
struct Slot {
    const model::Service* service;
    std::size_t number;

    [[nodiscard]] const Schedule& schedule() const { return service->schedules[number]; }
};

std::string slot_json(const Slot& slot) {
    return JsonObject{}
        .add("service", slot.service->slug)
        .number("number", static_cast<std::int64_t>(slot.number))
        .text();
}

std::vector<Slot> all_slots(const model::Catalogue& catalogue) {
    std::vector<Slot> slots;
    for (const auto* service : by_name(catalogue.services)) {
        for (std::size_t i = 0; i < service->schedules.size(); ++i) slots.push_back({service, i});
    }
    return slots;
}

std::string weekday_json(unsigned number, const std::vector<Slot>& slots) {
    auto name = language::weekday_name(std::chrono::weekday{number}, language::Language::Polish);
    return JsonObject{}
        .number("number", number)
        .add("name", name)
        .value("slots", json_rows(slots, slot_json))
        .text();
}

/// The days of the week that have terms, each in the order of hours.
std::string weekdays_json(const std::vector<Slot>& slots) {
    std::vector<std::string> days;
    for (unsigned number = 1; number <= 7; ++number) {
        std::vector<Slot> found;
        for (const auto& slot : slots) {
            if (slot.schedule().frequency != model::Frequency::Weekly) continue;
            for (const auto& day : slot.schedule().days) {
                if (day.weekday.iso_encoding() == number) found.push_back(slot);
            }
        }
        std::stable_sort(found.begin(), found.end(), [](const Slot& a, const Slot& b) {
            return std::pair{a.schedule().starts, a.schedule().ends} <
                   std::pair{b.schedule().starts, b.schedule().ends};
        });
        if (!found.empty()) days.push_back(weekday_json(number, found));
    }
    return json_array(days);
}

std::string monthly_json(const std::vector<Slot>& slots) {
    std::vector<Slot> found;
    for (const auto& slot : slots) {
        if (slot.schedule().frequency == model::Frequency::Monthly) found.push_back(slot);
    }
    return json_rows(found, slot_json);
}

struct Change {
    Slot slot;
    const model::ScheduleException* exception;
};

std::string change_json(const Change& change) {
    const auto& [slot, exception] = change;
    const auto& schedule = slot.schedule();
    return JsonObject{}
        .add("date", model::to_iso(exception->date))
        .add("kind", name(exception->kind))
        .add("starts", model::to_iso(exception->starts.value_or(schedule.starts)))
        .add("ends", model::to_iso(exception->ends.value_or(schedule.ends)))
        .add("note", exception->note)
        .add("title", schedule.title)
        .add("service", slot.service->slug)
        .text();
}

/// Days that differ in the next sixty, in their order.
std::string changes_json(const std::vector<Slot>& slots) {
    std::vector<Change> changes;
    for (const auto& slot : slots) {
        for (const auto& each : slot.schedule().exceptions) {
            auto ahead = sys_days{each.date} - sys_days{kBuildDay};
            if (ahead >= std::chrono::days{0} && ahead <= kAhead) changes.push_back({slot, &each});
        }
    }
    std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
        return a.exception->date < b.exception->date;
    });
    std::vector<std::string> days;
    for (std::size_t i = 0; i < changes.size();) {
        auto date = changes[i].exception->date;
        std::vector<std::string> rows;
        for (; i < changes.size() && changes[i].exception->date == date; ++i) {
            rows.push_back(change_json(changes[i]));
        }
        days.push_back(JsonObject{}
                           .add("date", model::to_iso(date))
                           .value("changes", json_array(rows))
                           .text());
    }
    return json_array(days);
}

std::vector<std::string> places_json(const model::Catalogue& catalogue,
                                     const std::vector<Slot>& slots) {
    std::set<std::string> used;
    for (const auto& slot : slots) used.insert(slot.schedule().place);
    std::vector<std::string> slugs;
    for (const auto* place : by_name(catalogue.places)) {
        if (used.contains(place->slug)) slugs.push_back(place->slug);
    }
    return slugs;
}

}  // namespace

std::string timetable_json(const model::Catalogue& catalogue) {
    auto slots = all_slots(catalogue);
    if (slots.size() > kMostTerms) return JsonObject{}.value("too_long", "true").text();
    return JsonObject{}
        .value("weekdays", weekdays_json(slots))
        .value("monthly", monthly_json(slots))
        .value("changes", changes_json(slots))
        .add("places", places_json(catalogue, slots))
        .text();
}

}  // namespace okienko::bench
