#pragma once

#include "db/row_ids.hpp"
#include "model/catalogue.hpp"

/// Places and the providers seated in them.
namespace okienko::db {

void write_places(const Inserts& inserts, NumberedCards<model::Place> places);
void read_places(const SQLite::Database& database, model::Catalogue& catalogue);

void write_providers(const Inserts& inserts,
                     NumberedCards<model::Provider> providers,
                     const CatalogueIds& ids);
void read_providers(const SQLite::Database& database, model::Catalogue& catalogue);

}  // namespace okienko::db
