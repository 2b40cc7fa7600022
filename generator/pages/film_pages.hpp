#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// The list of films in every language that has any, and a page with the transcript of each.
void add_film_pages(const Site& site, Pages& pages);

}  // namespace okienko::generator
