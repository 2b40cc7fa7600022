#include "db/criterion_rows.hpp"

#include <tuple>

#include "db/list_items.hpp"

namespace okienko::db {
namespace {

using model::Criterion;
using model::Service;

constexpr std::tuple kLists{NamedList{"households", &Criterion::households},
                            NamedList{"certificates", &Criterion::certificates},
                            NamedList{"employment", &Criterion::employment},
                            NamedList{"roles", &Criterion::roles},
                            NamedList{"needs", &Criterion::needs},
                            NamedList{"excluded_needs", &Criterion::excluded_needs}};

constexpr const char* kInsertCriterion =
    "INSERT INTO criterion (id, service_id, position, reason, minimum_age, maximum_age, residence, "
    "child_minimum_age, child_maximum_age, ask) "
    "VALUES (:id, :service_id, :position, :reason, :minimum_age, :maximum_age, :residence, "
    ":child_minimum_age, :child_maximum_age, :ask)";

constexpr const char* kSelectCriteria =
    "SELECT service_id, id, reason, minimum_age, maximum_age, residence, child_minimum_age, "
    "child_maximum_age, ask FROM criterion ORDER BY service_id, position";

void bind_criterion(RowInsert& row, const Criterion& criterion) {
    row.bind(":reason", criterion.reason)
        .bind(":minimum_age", criterion.minimum_age)
        .bind(":maximum_age", criterion.maximum_age)
        .bind(":residence", criterion.residence)
        .bind(":child_minimum_age", criterion.child_minimum_age)
        .bind(":child_maximum_age", criterion.child_maximum_age)
        .bind_optional(":ask", criterion.ask);
}

Criterion read_criterion(RowCursor& row) {
    Criterion criterion;
    criterion.reason = row.text();
    criterion.minimum_age = row.optional_number();
    criterion.maximum_age = row.optional_number();
    criterion.residence = row.choice<model::Residence>();
    criterion.child_minimum_age = row.optional_number();
    criterion.child_maximum_age = row.optional_number();
    criterion.ask = row.text();
    return criterion;
}

void read_items(const SQLite::Database& database, OwnersById<Criterion>& owners) {
    RowCursor row(database,
                  "SELECT criterion_id, list, value FROM criterion_item "
                  "ORDER BY criterion_id, list, position");
    while (row.next()) {
        Criterion& criterion = owners.at(row.id());
        std::string name = row.text();
        std::apply([&](auto... lists) { (read_into(row, name, criterion, lists) || ...); }, kLists);
    }
}

}  // namespace

void write_criteria(const Inserts& inserts, NumberedCards<Service> services) {
    RowInsert row(inserts, kInsertCriterion, Pace::Gathered);
    RowInsert item(inserts,
                   "INSERT INTO criterion_item (criterion_id, list, position, value) "
                   "VALUES (:owner, :list, :position, :value)",
                   Pace::Gathered);
    RowId id = last_row_id(inserts.database(), "criterion");
    for (const auto& numbered_service : services) {
        int position = 0;
        for (const auto& criterion : numbered_service.card->criteria) {
            row.bind(":id", ++id)
                .bind(":service_id", numbered_service.id)
                .bind(":position", position++);
            bind_criterion(row, criterion);
            row.insert();
            std::apply([&](auto... lists) { (write_list(item, id, criterion, lists), ...); },
                       kLists);
        }
    }
    row.finish();
    item.finish();
}

void read_criteria(const SQLite::Database& database,
                   OwnersById<Service>& owners,
                   std::vector<Service>& services) {
    std::vector<RowId> ids;
    read_children(database, kSelectCriteria, owners, &Service::criteria, [&ids](RowCursor& row) {
        ids.push_back(row.id());
        return read_criterion(row);
    });
    OwnersById criteria(ids, services, &Service::criteria);
    read_items(database, criteria);
}

}  // namespace okienko::db
