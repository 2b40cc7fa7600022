#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// /a-z/: services under all their names, and providers. A short index is one page; a long one is
/// /a-z/ with the letters and /a-z/<letter>/ for each. Template: a_to_z.
void add_a_to_z_pages(const Site& site, Pages& pages);

}  // namespace okienko::generator
