#pragma once

#include "db/row_ids.hpp"
#include "model/service.hpp"

/// The criteria by which people and services are matched.
namespace okienko::db {

void write_criteria(const Inserts& inserts, NumberedCards<model::Service> services);

/// `services` are those that `owners` refers to.
void read_criteria(const SQLite::Database& database,
                   OwnersById<model::Service>& owners,
                   std::vector<model::Service>& services);

}  // namespace okienko::db
