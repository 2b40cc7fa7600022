#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// The whole site on one page, in sections, at /mapa-strony/. A section of a very large catalogue
/// ends with a link to its list.
void add_site_map_page(const Site& site, Pages& pages);

}  // namespace okienko::generator
