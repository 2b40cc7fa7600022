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

CatalogueIds::CatalogueIds(const CatalogueRows& rows)
    : domains("domain", rows.domains, &model::Domain::slug),
      audiences("audience", rows.audiences, &model::Audience::slug),
      situations("situation", rows.situations, &model::Situation::slug),
      localities("locality", rows.localities, &model::Locality::simc),
      programmes("programme", rows.programmes, &model::Programme::slug),
      places("place", rows.places, &model::Place::slug),
      providers("provider", rows.providers, &model::Provider::slug),
      services("service", rows.services, &model::Service::slug) {}

}  // namespace okienko::db
