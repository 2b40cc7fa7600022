#pragma once

#include <array>
#include <chrono>
#include <vector>

#include "generator/site.hpp"
#include "generator/view.hpp"
#include "model/schedule.hpp"
#include "model/service.hpp"

namespace okienko::generator {

/// A schedule together with the service it belongs to.
struct TimetableEntry {
    const model::Service* service = nullptr;
    const model::Schedule* schedule = nullptr;
};
using TimetableEntries = std::vector<TimetableEntry>;

/// What of all schedules still lies ahead, sorted out by how it repeats.
struct Timetable {
    std::array<TimetableEntries, 7> weekly;  ///< From Monday, in order of time.
    TimetableEntries monthly;                ///< In order of the services' names.
    TimetableEntries single;                 ///< In order of time.
    std::size_t size = 0;
};

/// In a time proportional to the number of schedules.
Timetable timetable_of(const Site& site);

/// Rows of the component timetable_slots, which lists their keys.
std::vector<View> timetable_rows(const Site& site, const TimetableEntries& entries);

/// Rows change_iso, change_date, change_kind, change_note, slot_url, slot_service and slot_title:
/// what differs from the timetable between two days, in order of time.
std::vector<View> timetable_changes(const Site& site, model::Date first, model::Date last);

/// Rows holiday_iso and holiday_date: days free from work by law.
std::vector<View> holiday_rows(const Site& site, model::Date first, model::Date last);

/// Rows of the component timetable_place: the places of the entries, by name.
std::vector<View> timetable_places(const Site& site, const Timetable& timetable);

}  // namespace okienko::generator
