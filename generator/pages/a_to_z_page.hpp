#pragma once

#include <vector>

#include "generator/page.hpp"
#include "generator/pages/index_entries.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// /a-z/: services under all their names, and providers. A short index is one page; a long one is
/// /a-z/ with the letters and /a-z/<letter>/ for each. Template: a_to_z.
/// `letters` are those of index_letters().
void add_a_to_z_pages(const Site& site, std::vector<IndexLetter> letters, Pages& pages);

}  // namespace okienko::generator
