#pragma once

#include <vector>

#include "generator/site.hpp"
#include "generator/view.hpp"

namespace okienko::generator {

/// Indicators, plan against done: a row per service in the order of the catalogue, within it a row
/// per indicator, within it a row per year. Keys: component indicators_table.
std::vector<View> indicator_services(const Site& site);

}  // namespace okienko::generator
