#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// /uslugi/<slug>/: the sheet of every published service. Template: service.
void add_service_pages(const Site& site, Pages& pages);

}  // namespace okienko::generator
