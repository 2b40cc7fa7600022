#pragma once

#include <functional>

#include "generator/site.hpp"
#include "search/document.hpp"

namespace okienko::generator {

/// Every page that the search can find, one after another, always in the same order: services in
/// all their languages, life situations, providers, editors' pages, the document library. Reads
/// everything through the site.
void each_search_document(const Site& site,
                          const std::function<void(const search::SearchDocument&)>& take);

}  // namespace okienko::generator
