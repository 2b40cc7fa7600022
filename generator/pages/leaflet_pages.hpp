#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// /uslugi/<slug>/ulotka/: a leaflet of A5 to print and hand out, for every published service.
/// Search engines do not list it. Template: leaflet.
void add_leaflet_pages(const Site& site, Pages& pages);

}  // namespace okienko::generator
