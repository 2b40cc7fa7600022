#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// /podmioty/ and /podmioty/<slug>/: who provides services, with what they run or take part in.
/// Templates: providers, provider.
void add_provider_pages(const Site& site, Pages& pages);

}  // namespace okienko::generator
