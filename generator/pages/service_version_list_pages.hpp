#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// "/en/uslugi/": the services that have pages in that language, and the way to all the others. No
/// page where nothing is translated.
void add_service_version_list_pages(const Site& site, Pages& pages);

}  // namespace okienko::generator
