#pragma once

#include "db/row_ids.hpp"
#include "model/catalogue.hpp"

/// The service card: the row of `service`, and (in the files named after them) its lists. Writing
/// leaves out related services: db/service_list_rows.hpp.
namespace okienko::db {

void write_services(const Inserts& inserts,
                    NumberedCards<model::Service> services,
                    const CatalogueIds& ids);
/// Reads from both connections at once, which see the same moment (db/twin_connections.hpp); from
/// one alone when it is its own twin.
void read_services(const SQLite::Database& database,
                   const SQLite::Database& twin,
                   model::Catalogue& catalogue);

}  // namespace okienko::db
