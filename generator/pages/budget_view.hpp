#pragma once

#include "generator/site.hpp"
#include "generator/view.hpp"

namespace okienko::generator {

/// Sets the budget's keys: first_year, last_year, budget_years, a row per year (year; budget_tasks:
/// own, commissioned and total; budget_bars and budget_services, which has a total; budget_lines
/// with their sources), budget_all_tasks, the tasks over all years, and budget_year_bars, the years
/// beside each other. Components figures and budget_bar draw them.
void set_budget(View& view, const Site& site);

}  // namespace okienko::generator
