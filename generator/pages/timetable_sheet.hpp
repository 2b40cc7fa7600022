#pragma once

#include "generator/site.hpp"
#include "generator/view.hpp"
#include "model/date.hpp"

/// All services in one table of days, to print and hang on a wall.
namespace okienko::generator {

/// The days of one sheet, both ends included.
struct SheetDays {
    model::Date first{};
    model::Date last{};
};

/// The columns sheet_days; sheet_rows, the services with a meeting on one of the days or one that
/// was cancelled; sheet_places, what the letters in the cells mean. Their keys are listed in
/// pages/timetable_week.mustache and timetable_month.mustache.
void set_sheet(View& view, const Site& site, const SheetDays& days);

/// The same keys, and nothing in them.
void set_no_sheet(View& view);

}  // namespace okienko::generator
