#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// /harmonogram/tydzien/ and /harmonogram/miesiac/, each with nastepny/: one sheet of A4 to hang on
/// a wall. In a catalogue with more services than fit on a wall they only say where to look.
void add_timetable_sheet_pages(const Site& site, Pages& pages);

}  // namespace okienko::generator
