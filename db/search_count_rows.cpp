#include "db/search_count_rows.hpp"

#include <SQLiteCpp/Statement.h>

#include "model/date.hpp"

namespace okienko::db {

void add_search_count(const SQLite::Database& database, const model::SearchCount& count) {
    SQLite::Statement insert(database,
                             "INSERT INTO search_count (day, query, asked, results)"
                             " VALUES (:day, :query, :asked, :results)"
                             " ON CONFLICT (day, query) DO UPDATE"
                             " SET asked = asked + :asked, results = :results");
    insert.bind(":day", model::to_iso(count.day));
    insert.bind(":query", count.query);
    insert.bind(":asked", count.asked);
    insert.bind(":results", count.results);
    insert.exec();
}

std::vector<model::SearchTotal> read_search_totals(const SQLite::Database& database,
                                                   model::Date from,
                                                   model::Date to,
                                                   std::int64_t least) {
    // Beside max(), SQLite takes the other columns from the row that has it: the last day's.
    SQLite::Statement rows(database,
                           "SELECT query, sum(asked) AS asked, results, max(day)"
                           " FROM search_count WHERE day BETWEEN :from AND :to"
                           " GROUP BY query HAVING sum(asked) >= :least"
                           " ORDER BY 2 DESC, query");
    rows.bind(":from", model::to_iso(from));
    rows.bind(":to", model::to_iso(to));
    rows.bind(":least", least);
    std::vector<model::SearchTotal> totals;
    while (rows.executeStep()) {
        totals.push_back({.query = rows.getColumn(0).getString(),
                          .asked = rows.getColumn(1).getInt64(),
                          .results = rows.getColumn(2).getInt64()});
    }
    return totals;
}

void delete_rare_searches(const SQLite::Database& database,
                          model::Date before,
                          std::int64_t least) {
    SQLite::Statement remove(database,
                             "DELETE FROM search_count WHERE day < :before AND query IN"
                             " (SELECT query FROM search_count GROUP BY query"
                             " HAVING sum(asked) < :least)");
    remove.bind(":before", model::to_iso(before));
    remove.bind(":least", least);
    remove.exec();
}

}  // namespace okienko::db
