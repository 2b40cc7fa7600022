#pragma once

#include <string_view>

#include "generator/site.hpp"
#include "generator/view.hpp"

namespace okienko::generator {

/// The most services that a page lists where services are not its subject.
inline constexpr std::size_t kMostServiceLinks = 100;

/// A plain list of links to services: sets service_links (rows of linked_address and
/// linked_title), has_service_links and more_services, a text that is absent when all of them are
/// listed.
void set_service_links(View& view, const Site& site, const ServiceList& services);

}  // namespace okienko::generator
