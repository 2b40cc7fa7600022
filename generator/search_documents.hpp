#pragma once

#include <functional>

#include "generator/search_parts.hpp"
#include "generator/site.hpp"
#include "search/document.hpp"

namespace okienko::generator {

/// Every page that the search can find of this part, one after another, always in the same order:
/// services in all their languages, life situations, providers, editors' pages, the document
/// library. Reads everything through the site, and of services only those of the part.
void each_search_document(const Site& site,
                          const SearchPart& part,
                          const std::function<void(const search::SearchDocument&)>& take);

}  // namespace okienko::generator
