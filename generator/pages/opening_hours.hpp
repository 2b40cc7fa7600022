#pragma once

#include "generator/site.hpp"
#include "generator/view.hpp"

namespace okienko::generator {

/// When the centre is open, for the script that tells a reader whether it is now
/// (themes/default/scripts/20-open-now.js). Sets
/// opening_week  "1=07:30-15:30 4=07:30-17:00": a day of the week, Sunday being 0, and its hours;
/// opening_days  "2026-12-24 2026-12-31=07:30-13:00": days unlike those of their week, closed or
///               with other hours, public holidays included;
/// opening_until "2028-01-01": the day from which nothing is known of special days;
/// opening_zone  the clock on the wall: "Europe/Warsaw".
/// The days are those of this year and the next, so that pages change with the year only.
void set_opening_hours(View& view, const Site& site);

}  // namespace okienko::generator
