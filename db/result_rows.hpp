#pragma once

#include "db/row_ids.hpp"
#include "model/catalogue.hpp"

/// Plan against done: indicators and budget lines.
namespace okienko::db {

void write_results(const SQLite::Database& database,
                   const model::Catalogue& catalogue,
                   const CatalogueIds& ids);
void read_results(const SQLite::Database& database, model::Catalogue& catalogue);

}  // namespace okienko::db
