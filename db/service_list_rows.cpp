#include "db/service_list_rows.hpp"

#include <tuple>

#include "db/list_items.hpp"

namespace okienko::db {
namespace {

using model::Service;
using Services = NumberedCards<Service>;

constexpr std::tuple kPlainLists{NamedList{"aliases", &Service::aliases},
                                 NamedList{"scope", &Service::scope},
                                 NamedList{"not_included", &Service::not_included},
                                 NamedList{"delivery_modes", &Service::delivery_modes},
                                 NamedList{"languages", &Service::languages},
                                 NamedList{"applicants", &Service::applicants},
                                 NamedList{"legal_basis", &Service::legal_basis}};

void write_plain_lists(const Inserts& inserts, Services services) {
    RowInsert row(inserts,
                  "INSERT INTO service_list_item (service_id, list, position, value) "
                  "VALUES (:owner, :list, :position, :value)",
                  Pace::Gathered);
    for (const auto& numbered_service : services) {
        auto id = numbered_service.id;
        const Service& service = *numbered_service.card;
        std::apply([&](auto... lists) { (write_list(row, id, service, lists), ...); }, kPlainLists);
    }
    row.finish();
}

/// References to cards, as rows of (service, position, target).
struct LinkTable {
    const char* insert;
    const char* select;
    std::vector<std::string> Service::*links;
    RowIds CatalogueIds::*targets;
};

// CROSS JOIN keeps SQLite from reading the targets first and sorting afterwards.
constexpr LinkTable kLinkTables[] = {
    {"INSERT INTO service_domain (service_id, position, domain_id) "
     "VALUES (:owner, :position, :target)",
     "SELECT service_id, slug FROM service_domain "
     "CROSS JOIN domain ON domain.id = domain_id ORDER BY service_id, position",
     &Service::domains,
     &CatalogueIds::domains},
    {"INSERT INTO service_audience (service_id, position, audience_id) "
     "VALUES (:owner, :position, :target)",
     "SELECT service_id, slug FROM service_audience "
     "CROSS JOIN audience ON audience.id = audience_id ORDER BY service_id, position",
     &Service::audiences,
     &CatalogueIds::audiences},
    {"INSERT INTO service_situation (service_id, position, situation_id) "
     "VALUES (:owner, :position, :target)",
     "SELECT service_id, slug FROM service_situation "
     "CROSS JOIN situation ON situation.id = situation_id ORDER BY service_id, position",
     &Service::situations,
     &CatalogueIds::situations},
    {"INSERT INTO service_partner (service_id, position, provider_id) "
     "VALUES (:owner, :position, :target)",
     "SELECT service_id, slug FROM service_partner "
     "CROSS JOIN provider ON provider.id = provider_id ORDER BY service_id, position",
     &Service::partners,
     &CatalogueIds::providers},
    {"INSERT INTO service_place (service_id, position, place_id) "
     "VALUES (:owner, :position, :target)",
     "SELECT service_id, slug FROM service_place "
     "CROSS JOIN place ON place.id = place_id ORDER BY service_id, position",
     &Service::places,
     &CatalogueIds::places},
    {"INSERT INTO service_area (service_id, position, locality_id) "
     "VALUES (:owner, :position, :target)",
     "SELECT service_id, simc FROM service_area "
     "CROSS JOIN locality ON locality.id = locality_id ORDER BY service_id, position",
     &Service::areas,
     &CatalogueIds::localities},
};

/// Apart, because a service may stand before its relative.
constexpr LinkTable kRelated{
    "INSERT INTO service_related (service_id, position, related_id) "
    "VALUES (:owner, :position, :target)",
    "SELECT service_id, slug FROM service_related "
    "CROSS JOIN service ON service.id = related_id ORDER BY service_id, position",
    &Service::related,
    &CatalogueIds::services};

void write_links(const Inserts& inserts,
                 const LinkTable& table,
                 Services services,
                 const CatalogueIds& ids) {
    const RowIds& targets = ids.*(table.targets);
    write_children(inserts,
                   table.insert,
                   services,
                   table.links,
                   [&targets](RowInsert& row, const std::string& target) {
                       row.bind(":target", targets.at(target));
                   });
}

void read_links(const SQLite::Database& database,
                const LinkTable& table,
                OwnersById<Service>& owners) {
    read_children(
        database, table.select, owners, table.links, [](RowCursor& row) { return row.text(); });
}

}  // namespace

void write_service_lists(const Inserts& inserts, Services services, const CatalogueIds& ids) {
    write_plain_lists(inserts, services);
    for (const auto& table : kLinkTables) write_links(inserts, table, services, ids);
}

void write_related_services(const Inserts& inserts, Services services, const CatalogueIds& ids) {
    write_links(inserts, kRelated, services, ids);
}

void read_plain_lists(const SQLite::Database& database, OwnersById<Service>& owners) {
    RowCursor row(database,
                  "SELECT service_id, list, value FROM service_list_item "
                  "ORDER BY service_id, list, position");
    while (row.next()) {
        Service& service = owners.at(row.id());
        std::string name = row.text();
        std::apply([&](auto... lists) { (read_into(row, name, service, lists) || ...); },
                   kPlainLists);
    }
}

void read_references(const SQLite::Database& database, OwnersById<Service>& owners) {
    for (const auto& table : kLinkTables) read_links(database, table, owners);
    read_links(database, kRelated, owners);
}

}  // namespace okienko::db
