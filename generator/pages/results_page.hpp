#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// What was planned and what was done, at /wyniki/: indicators of the services and the budget.
void add_results_page(const Site& site, Pages& pages);

}  // namespace okienko::generator
