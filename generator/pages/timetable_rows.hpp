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
    const std::string* slug = nullptr;
    const std::string* service = nullptr;  ///< Its name.
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

/// Sets slot_url, slot_service and slot_title.
void set_slot_service(View& row, const TimetableEntry& entry);

/// In a time proportional to the number of schedules.
Timetable timetable_of(const Site& site);

/// Rows of the component timetable_slots, which lists their keys.
std::vector<View> timetable_rows(const Site& site, const TimetableEntries& entries);

/// Rows place_id, place_name, place_address and place_directions: the places of the entries, by
/// name.
std::vector<View> timetable_places(const Site& site, const Timetable& timetable);

}  // namespace okienko::generator
