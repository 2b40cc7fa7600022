#pragma once

#include <vector>

#include "generator/site.hpp"
#include "generator/view.hpp"
#include "model/date.hpp"

namespace okienko::generator {

/// What differs from the timetable between two days: a row for each date (change_iso, change_date)
/// with its day_changes (change_kind, change_note, slot_url, slot_service, slot_title).
std::vector<View> timetable_changes(const Site& site, model::Date first, model::Date last);

/// Rows holiday_iso and holiday_date: days free from work by law.
std::vector<View> holiday_rows(const Site& site, model::Date first, model::Date last);

}  // namespace okienko::generator
