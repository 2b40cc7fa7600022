#pragma once

#include "db/row_ids.hpp"
#include "model/service.hpp"

/// The service card's plain lists (texts, choices) and its references to other cards.
namespace okienko::db {

void write_service_lists(const Inserts& inserts,
                         NumberedCards<model::Service> services,
                         const CatalogueIds& ids);

/// The services that a service names as related; all of them have rows by now.
void write_related_services(const Inserts& inserts,
                            NumberedCards<model::Service> services,
                            const CatalogueIds& ids);

/// Texts and choices.
void read_plain_lists(const SQLite::Database& database, OwnersById<model::Service>& owners);
/// References, related services included.
void read_references(const SQLite::Database& database, OwnersById<model::Service>& owners);

}  // namespace okienko::db
