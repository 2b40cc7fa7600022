#pragma once

#include "generator/site.hpp"
#include "generator/view.hpp"

namespace okienko::generator {

/// The keys of the component choice_panel: choice_index_url, choice_rows_url, choice_groups.
void set_choice_panel(View& view, const Site& site);

}  // namespace okienko::generator
