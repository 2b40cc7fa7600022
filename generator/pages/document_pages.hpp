#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// The library at /dokumenty/ and a page for each of its documents, whether an editor wrote it or
/// it is a row of the catalogue.
void add_document_pages(const Site& site, Pages& pages);

}  // namespace okienko::generator
