#pragma once

#include <string_view>
#include <vector>

#include "model/catalogue.hpp"
#include "model/problem.hpp"

namespace okienko::model {

/// Everything that is wrong in the catalogue as a whole, each at its table, slug and field: the
/// rules within every card, slugs and ids used twice, references that lead nowhere.
/// References to documents are left out, since some documents are content pages.
Problems check_catalogue(const Catalogue& catalogue);

/// References to documents that are neither in the catalogue nor among `content_documents`.
Problems check_document_references(const Catalogue& catalogue,
                                   const std::vector<std::string_view>& content_documents);

}  // namespace okienko::model
