#include "db/row_ids.hpp"

namespace okienko::db {

RowId RowIds::at(const std::string& key) const {
    auto found = ids_.find(key);
    if (found != ids_.end()) return found->second;
    throw DatabaseError(
        "odwołanie do karty „" + key + "”, której nie ma w tabeli " + std::string{table_},
        "uruchom: okienko check");
}

std::optional<RowId> RowIds::at_optional(const std::string& key) const {
    if (key.empty()) return std::nullopt;
    return at(key);
}

CatalogueIds::CatalogueIds(const model::Catalogue& catalogue)
    : domains("domain", catalogue.domains, &model::Domain::slug),
      audiences("audience", catalogue.audiences, &model::Audience::slug),
      situations("situation", catalogue.situations, &model::Situation::slug),
      localities("locality", catalogue.localities, &model::Locality::simc),
      programmes("programme", catalogue.programmes, &model::Programme::slug),
      places("place", catalogue.places, &model::Place::slug),
      providers("provider", catalogue.providers, &model::Provider::slug),
      services("service", catalogue.services, &model::Service::slug) {}

}  // namespace okienko::db
