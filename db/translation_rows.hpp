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

/// Adds texts, each after the others of its service and language, or in place of the one that its
/// field has.
void put_service_texts(const SQLite::Database& database,
                       const std::vector<const model::ServiceText*>& texts,
                       const CatalogueIds& ids);

void read_translations(const SQLite::Database& database, model::Catalogue& catalogue);

}  // namespace okienko::db
