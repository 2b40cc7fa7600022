#pragma once

#include "db/row_ids.hpp"
#include "model/service.hpp"

/// The service card's repeated groups that have no lists of their own: conditions, steps,
/// required documents, fees, reliefs, personal data, capacities, contacts.
namespace okienko::db {

void write_service_groups(const Inserts& inserts, NumberedCards<model::Service> services);
void read_service_groups(const SQLite::Database& database, OwnersById<model::Service>& owners);

}  // namespace okienko::db
