#pragma once

#include <filesystem>
#include <vector>

#include "bench/workload/news.hpp"
#include "model/catalogue.hpp"

namespace okienko::bench {

/// Makes `folder` a site that `hugo` builds: the layouts and settings of `share`/bench/hugo, the
/// editors' pages of `share`/bench/centre, the news, and the catalogue as content and data.
void write_hugo_site(const std::filesystem::path& folder,
                     const std::filesystem::path& share,
                     const model::Catalogue& catalogue,
                     const std::vector<News>& news);

}  // namespace okienko::bench
