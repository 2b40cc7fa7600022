#pragma once

#include "db/catalogue_rows.hpp"
#include "model/catalogue.hpp"

/// The document library and the programmes of social services.
namespace okienko::db {

void write_library(const Inserts& inserts, const CatalogueRows& rows);
void read_library(const SQLite::Database& database, model::Catalogue& catalogue);

}  // namespace okienko::db
