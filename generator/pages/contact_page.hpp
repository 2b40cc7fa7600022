#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// The contact page in Polish at /kontakt/: what the settings and the centre's own card say, then
/// the text of content/kontakt.md.
void add_contact_page(const Site& site, Pages& pages);

}  // namespace okienko::generator
