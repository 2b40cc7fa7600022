#pragma once

#include "db/catalogue_rows.hpp"
#include "model/catalogue.hpp"

/// The vocabulary of the catalogue: domains, audiences, situations, localities.
namespace okienko::db {

void write_dictionaries(const Inserts& inserts, const CatalogueRows& rows);
void read_dictionaries(const SQLite::Database& database, model::Catalogue& catalogue);

}  // namespace okienko::db
