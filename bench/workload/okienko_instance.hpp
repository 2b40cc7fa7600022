#pragma once

#include <filesystem>
#include <vector>

#include "bench/workload/news.hpp"
#include "model/catalogue.hpp"

namespace okienko::bench {

/// Makes `folder` an instance that `okienko build` publishes: the settings and pages of
/// `share`/bench/centre, the news, and the catalogue. Throws when the folder holds one already.
void write_instance(const std::filesystem::path& folder,
                    const std::filesystem::path& share,
                    const model::Catalogue& catalogue,
                    const std::vector<News>& news);

}  // namespace okienko::bench
