#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// /sprawy/ and /sprawy/<slug>/: life situations, with what to do first and then the services that
/// help. Templates: situations, situation.
void add_situation_pages(const Site& site, Pages& pages);

}  // namespace okienko::generator
