#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// What stands at the address of content whose day has passed: the way to the page that replaced
/// it, or a notice that says what it was and since when it no longer holds.
void add_expired_pages(const Site& site, Pages& pages);

}  // namespace okienko::generator
