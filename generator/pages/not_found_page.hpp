#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// What a server answers with when there is no such page: /404.html.
void add_not_found_page(const Site& site, Pages& pages);

}  // namespace okienko::generator
