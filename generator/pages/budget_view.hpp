#pragma once

#include "generator/site.hpp"
#include "generator/view.hpp"

namespace okienko::generator {

/// Sets the budget's keys: first_year, last_year, budget_years, a row per year (year; budget_tasks:
/// own, commissioned and total; budget_services with a total; budget_lines with their sources) and
/// budget_all_tasks, the tasks over all years. Components budget_table and budget_lines draw them.
void set_budget(View& view, const Site& site);

}  // namespace okienko::generator
