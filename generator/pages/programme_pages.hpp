#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// The list of programmes of social services at /program/ and the rules of each. A programme whose
/// rules nobody has written yet still has its page, with what the catalogue knows.
void add_programme_pages(const Site& site, Pages& pages);

}  // namespace okienko::generator
