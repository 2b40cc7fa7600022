#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// One timetable of all services at /harmonogram/: weekdays, monthly and single terms, changes and
/// public holidays of the next sixty days, and the places. In a catalogue with more terms than fit
/// on a page it only says where to look for them.
void add_timetable_page(const Site& site, Pages& pages);

}  // namespace okienko::generator
