#pragma once

#include <vector>

#include "generator/content_reader.hpp"
#include "generator/links.hpp"
#include "generator/site_data.hpp"
#include "model/problem.hpp"

namespace okienko::generator {

/// What front matter says of other things: audiences, a programme, documents, the page that
/// replaces an expired one. Reports each that does not exist at its line.
void check_content(const std::vector<ContentSource>& sources,
                   const SiteData& site,
                   const LinkTargets& targets,
                   model::Problems& problems);

/// Checks where readers of pages that have expired are sent.
void check_successors(const std::vector<ContentSource>& expired,
                      const LinkTargets& targets,
                      model::Problems& problems);

}  // namespace okienko::generator
