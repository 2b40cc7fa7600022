#pragma once

#include "db/row_ids.hpp"
#include "model/service.hpp"

/// The schedules of services and the exceptions to them.
namespace okienko::db {

void write_schedules(const Inserts& inserts,
                     NumberedCards<model::Service> services,
                     const CatalogueIds& ids);

/// `services` are those that `owners` refers to.
void read_schedules(const SQLite::Database& database,
                    OwnersById<model::Service>& owners,
                    std::vector<model::Service>& services);

}  // namespace okienko::db
