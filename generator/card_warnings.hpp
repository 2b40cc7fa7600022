#pragma once

#include "generator/site_data.hpp"
#include "model/problem.hpp"

namespace okienko::generator {

/// What is not wrong with published cards, but should be better: icons that the theme lacks, data
/// that nobody has checked for a year, translations that are older than their card or too short to
/// have a page. For the editor to see; none of them stops a publication.
model::Problems card_warnings(const SiteData& site);

}  // namespace okienko::generator
