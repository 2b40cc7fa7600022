#pragma once

#include <SQLiteCpp/Database.h>

#include <vector>

#include "model/search_count.hpp"

/// Counts of searches in and out of the rows of office.db.
namespace okienko::db {

/// Adds to what is counted of the same query on the same day.
void add_search_count(const SQLite::Database& database, const model::SearchCount& count);

/// Over these days, both included: the most sought first. Only what was asked at least so often.
std::vector<model::SearchTotal> read_search_totals(const SQLite::Database& database,
                                                   model::Date from,
                                                   model::Date to,
                                                   std::int64_t least);

/// Removes what was asked before that day and, over all days, less often than that.
void delete_rare_searches(const SQLite::Database& database, model::Date before, std::int64_t least);

}  // namespace okienko::db
