#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// The home page in Polish. content/index.md gives its opening words; without it the centre's name
/// and motto do.
void add_home_page(const Site& site, Pages& pages);

}  // namespace okienko::generator
