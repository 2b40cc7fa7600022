#include "db/result_rows.hpp"

namespace okienko::db {
namespace {

void write_indicators(const SQLite::Database& database,
                      const std::vector<model::Indicator>& indicators,
                      const CatalogueIds& ids) {
    RowInsert row(database,
                  "INSERT INTO indicator (service_id, year, name, unit, plan, done, evidence) "
                  "VALUES (:service_id, :year, :name, :unit, :plan, :done, :evidence)");
    for (const auto& indicator : indicators) {
        row.bind(":service_id", ids.services.at(indicator.service))
            .bind(":year", indicator.year)
            .bind(":name", indicator.name)
            .bind(":unit", indicator.unit)
            .bind(":plan", indicator.plan)
            .bind(":done", indicator.done)
            .bind(":evidence", indicator.evidence)
            .insert();
    }
}

void read_indicators(const SQLite::Database& database, std::vector<model::Indicator>& indicators) {
    RowCursor row(database,
                  "SELECT service.slug, indicator.year, indicator.name, indicator.unit, "
                  "indicator.plan, indicator.done, indicator.evidence FROM indicator "
                  "CROSS JOIN service ON service.id = indicator.service_id ORDER BY indicator.id");
    while (row.next()) {
        indicators.push_back({row.text(),
                              row.number(),
                              row.text(),
                              row.choice<model::IndicatorUnit>(),
                              row.number(),
                              row.optional_number(),
                              row.text()});
    }
}

void write_budget_lines(const SQLite::Database& database,
                        const std::vector<model::BudgetLine>& lines,
                        const CatalogueIds& ids) {
    RowInsert row(database,
                  "INSERT INTO budget_line (year, name, service_id, task, plan, done, source) "
                  "VALUES (:year, :name, :service_id, :task, :plan, :done, :source)");
    for (const auto& line : lines) {
        row.bind(":year", line.year)
            .bind(":name", line.name)
            .bind(":service_id", ids.services.at_optional(line.service))
            .bind(":task", line.task)
            .bind(":plan", line.plan)
            .bind(":done", line.done)
            .bind(":source", line.source)
            .insert();
    }
}

void read_budget_lines(const SQLite::Database& database, std::vector<model::BudgetLine>& lines) {
    RowCursor row(database,
                  "SELECT budget_line.year, budget_line.name, service.slug, budget_line.task, "
                  "budget_line.plan, budget_line.done, budget_line.source FROM budget_line "
                  "LEFT JOIN service ON service.id = budget_line.service_id "
                  "ORDER BY budget_line.id");
    while (row.next()) {
        lines.push_back({row.number(),
                         row.text(),
                         row.text(),
                         row.choice<model::Task>(),
                         row.money(),
                         row.optional_money(),
                         row.text()});
    }
}

}  // namespace

void write_results(const SQLite::Database& database,
                   const model::Catalogue& catalogue,
                   const CatalogueIds& ids) {
    write_indicators(database, catalogue.indicators, ids);
    write_budget_lines(database, catalogue.budget_lines, ids);
}

void read_results(const SQLite::Database& database, model::Catalogue& catalogue) {
    read_indicators(database, catalogue.indicators);
    read_budget_lines(database, catalogue.budget_lines);
}

}  // namespace okienko::db
