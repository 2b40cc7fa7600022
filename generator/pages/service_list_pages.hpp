#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// /uslugi/: all services, grouped by their domains. A domain with many services shows the first
/// of them and leads to its own page. Template: services.
void add_service_list_pages(const Site& site, Pages& pages);

}  // namespace okienko::generator
