#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// /obszary/ and /obszary/<slug>/: the statutory domains that have services. Templates: domains,
/// domain.
void add_domain_pages(const Site& site, Pages& pages);

}  // namespace okienko::generator
