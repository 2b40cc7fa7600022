#pragma once

#include "generator/site_data.hpp"

namespace okienko::generator {

/// Fills the indexes of a site whose catalogue and content are complete. The indexes point into
/// them: neither may change afterwards. Related services that are not published are dropped.
void index_site(SiteData& site);

}  // namespace okienko::generator
