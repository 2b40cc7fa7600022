#pragma once

#include "generator/live_site.hpp"
#include "server/per_release.hpp"

namespace okienko::server {

/// The live site of the release that is published. Its load answers with nothing when the sources
/// do not let a page be drawn.
using LiveSites = PerRelease<generator::LiveSite>;

}  // namespace okienko::server
