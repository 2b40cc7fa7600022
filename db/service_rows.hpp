#pragma once

#include "db/row_ids.hpp"
#include "model/catalogue.hpp"

/// The service card: the row of `service`, and (in the files named after them) its lists.
namespace okienko::db {

void write_services(const SQLite::Database& database,
                    const model::Catalogue& catalogue,
                    const CatalogueIds& ids);
void read_services(const SQLite::Database& database, model::Catalogue& catalogue);

}  // namespace okienko::db
