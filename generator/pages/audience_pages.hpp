#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// /dla-kogo/ and /dla-kogo/<slug>/: audiences that have services, with the pages that editors
/// wrote for them. Templates: audiences, audience.
void add_audience_pages(const Site& site, Pages& pages);

}  // namespace okienko::generator
