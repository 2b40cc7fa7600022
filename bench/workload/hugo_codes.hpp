#pragma once

#include <string>

#include "bench/workload/hugo_choices.hpp"
#include "bench/workload/news.hpp"
#include "model/catalogue.hpp"

/// QR codes, which Hugo's templates cannot compute: drawn beforehand as SVG.
namespace okienko::bench {

/// The code of an address of the site.
std::string code_of(const std::string& address);

/// Codes by address of all pages but those of services, providers and letters, whose front matter
/// has them.
std::string codes_json(const model::Catalogue& catalogue,
                       const std::vector<HugoChoice>& choices,
                       const std::vector<News>& news);

}  // namespace okienko::bench
