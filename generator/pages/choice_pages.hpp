#pragma once

#include <string_view>

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// All services by name, in pages; the script that narrows the list takes its rows from them.
inline constexpr std::string_view kAllServicesAddress = "/wybor/";
/// Which services each choice finds, for the same script (generator/feeds/choice_index.cpp).
inline constexpr std::string_view kChoiceIndexAddress = "/wybor/spis.json";
/// All places that have services.
inline constexpr std::string_view kPlaceListAddress = "/wybor/miejsce/";

/// Lists of what one choice finds, /wybor/<group>/<value>/, so that the catalogue can be narrowed
/// without a script, too. Search engines leave them out: they repeat what other pages list.
/// Templates: choice, all_services, places.
void add_choice_pages(const Site& site, Pages& pages);

}  // namespace okienko::generator
