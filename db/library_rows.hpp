#pragma once

#include "db/row_ids.hpp"
#include "model/catalogue.hpp"

/// The document library and the programmes of social services.
namespace okienko::db {

void write_library(const SQLite::Database& database, const model::Catalogue& catalogue);
void read_library(const SQLite::Database& database, model::Catalogue& catalogue);

}  // namespace okienko::db
