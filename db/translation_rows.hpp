#pragma once

#include <SQLiteCpp/Database.h>

#include <vector>

#include "db/row_ids.hpp"
#include "model/catalogue.hpp"

/// The texts of cards in other languages.
namespace okienko::db {

void write_translations(const SQLite::Database& database,
                        const std::vector<model::ServiceTranslation>& translations,
                        const CatalogueIds& ids);
void read_translations(const SQLite::Database& database, model::Catalogue& catalogue);

}  // namespace okienko::db
