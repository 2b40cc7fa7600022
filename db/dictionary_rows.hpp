#pragma once

#include "db/row_ids.hpp"
#include "model/catalogue.hpp"

/// The vocabulary of the catalogue: domains, audiences, situations, localities.
namespace okienko::db {

void write_dictionaries(const SQLite::Database& database, const model::Catalogue& catalogue);
void read_dictionaries(const SQLite::Database& database, model::Catalogue& catalogue);

}  // namespace okienko::db
