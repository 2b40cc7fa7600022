#include "db/service_rows.hpp"

#include <algorithm>
#include <future>

#include "db/criterion_rows.hpp"
#include "db/schedule_rows.hpp"
#include "db/service_group_rows.hpp"
#include "db/service_list_rows.hpp"

namespace okienko::db {
namespace {

using model::Service;

constexpr const char* kInsertService =
    "INSERT INTO service (id, uuid, slug, name, kind, status, alert, summary, purpose, "
    "description, programme_id, provider_id, task, new_service, delivery, interpretation, website, "
    "term, valid_from, valid_to, verified_on, verified_by, eligibility, minimum_age, maximum_age, "
    "decision_mode, qualification, response_days, response_note, referral, application_form, "
    "funding, fee_mode, fees_note, limits, waiting_time, personal_data_basis) "
    "VALUES (:id, :uuid, :slug, :name, :kind, :status, :alert, :summary, :purpose, "
    ":description, :programme_id, :provider_id, :task, :new_service, :delivery, :interpretation, "
    ":website, :term, :valid_from, :valid_to, :verified_on, :verified_by, :eligibility, "
    ":minimum_age, :maximum_age, :decision_mode, :qualification, :response_days, :response_note, "
    ":referral, :application_form, :funding, :fee_mode, :fees_note, :limits, :waiting_time, "
    ":personal_data_basis)";

constexpr const char* kSelectServices =
    "SELECT service.id, service.uuid, service.slug, service.name, service.kind, service.status, "
    "service.alert, service.summary, service.purpose, service.description, "
    "programme.slug, provider.slug, service.task, service.new_service, "
    "service.delivery, service.interpretation, service.website, service.term, "
    "service.valid_from, service.valid_to, service.verified_on, service.verified_by, "
    "service.eligibility, service.minimum_age, service.maximum_age, service.decision_mode, "
    "service.qualification, service.response_days, service.response_note, service.referral, "
    "service.application_form, service.funding, service.fee_mode, service.fees_note, "
    "service.limits, "
    "service.waiting_time, service.personal_data_basis FROM service "
    "CROSS JOIN provider ON provider.id = service.provider_id "
    "LEFT JOIN programme ON programme.id = service.programme_id "
    "ORDER BY service.id";

// What the service is, where and when: up to verified_by.

void bind_description(RowInsert& row, const Service& service, const CatalogueIds& ids) {
    row.bind(":uuid", service.id)
        .bind(":slug", service.slug)
        .bind(":name", service.name)
        .bind(":kind", service.kind)
        .bind(":status", service.status)
        .bind_optional(":alert", service.alert)
        .bind(":summary", service.summary)
        .bind(":purpose", service.purpose)
        .bind(":description", service.description)
        .bind(":programme_id", ids.programmes.at_optional(service.programme))
        .bind(":provider_id", ids.providers.at(service.provider))
        .bind(":task", service.task)
        .bind(":new_service", service.new_service)
        .bind(":delivery", service.delivery)
        .bind_optional(":interpretation", service.interpretation)
        .bind_optional(":website", service.website)
        .bind(":term", service.term)
        .bind(":valid_from", service.valid_from)
        .bind(":valid_to", service.valid_to)
        .bind(":verified_on", service.verified_on)
        .bind(":verified_by", service.verified_by);
}

void read_description(RowCursor& row, Service& service) {
    service.id = row.text();
    service.slug = row.text();
    service.name = row.text();
    service.kind = row.choice<model::ServiceKind>();
    service.status = row.choice<model::ServiceStatus>();
    service.alert = row.text();
    service.summary = row.text();
    service.purpose = row.text();
    service.description = row.text();
    service.programme = row.text();
    service.provider = row.text();
    service.task = row.choice<model::Task>();
    service.new_service = row.flag();
    service.delivery = row.text();
    service.interpretation = row.text();
    service.website = row.text();
    service.term = row.text();
    service.valid_from = row.optional_date();
    service.valid_to = row.optional_date();
    service.verified_on = row.date();
    service.verified_by = row.text();
}

// For whom, how one gets it and what it costs: from eligibility on.

void bind_rules(RowInsert& row, const Service& service) {
    row.bind(":eligibility", service.eligibility)
        .bind(":minimum_age", service.minimum_age)
        .bind(":maximum_age", service.maximum_age)
        .bind(":decision_mode", service.decision_mode)
        .bind(":qualification", service.qualification)
        .bind(":response_days", service.response_days)
        .bind_optional(":response_note", service.response_note)
        .bind_optional(":referral", service.referral)
        .bind_optional(":application_form", service.application_form)
        .bind_optional(":funding", service.funding)
        .bind(":fee_mode", service.fee_mode)
        .bind(":fees_note", service.fees_note)
        .bind(":limits", service.limits)
        .bind_optional(":waiting_time", service.waiting_time)
        .bind(":personal_data_basis", service.personal_data_basis);
}

void read_rules(RowCursor& row, Service& service) {
    service.eligibility = row.text();
    service.minimum_age = row.optional_number();
    service.maximum_age = row.optional_number();
    service.decision_mode = row.choice<model::DecisionMode>();
    service.qualification = row.text();
    service.response_days = row.optional_number();
    service.response_note = row.text();
    service.referral = row.text();
    service.application_form = row.text();
    service.funding = row.text();
    service.fee_mode = row.choice<model::FeeMode>();
    service.fees_note = row.text();
    service.limits = row.text();
    service.waiting_time = row.text();
    service.personal_data_basis = row.text();
}

std::vector<RowId> read_service_ids(const SQLite::Database& database) {
    std::vector<RowId> ids;
    // Without an order SQLite reads an index: half a megabyte for 10,000 services instead of forty.
    RowCursor row(database, "SELECT id FROM service");
    while (row.next()) ids.push_back(row.id());
    std::ranges::sort(ids);
    return ids;
}

void read_service_rows(const SQLite::Database& database, OwnersById<Service>& owners) {
    RowCursor row(database, kSelectServices);
    std::size_t found = 0;
    while (row.next()) {
        Service& service = owners.at(row.id());
        read_description(row, service);
        read_rules(row, service);
        ++found;
    }
    // The provider of a service is joined: without one there is no row.
    if (found == owners.size()) return;
    throw DatabaseError("w bazie jest usługa bez podmiotu, który ją prowadzi",
                        "przywróć plik z kopii zapasowej");
}

}  // namespace

void write_services(const Inserts& inserts,
                    NumberedCards<Service> services,
                    const CatalogueIds& ids) {
    // Each by itself: of gathered rows SQLite copies every page that they change, to take them back
    // should the date() of a CHECK fail. These pages are many, as uuids and slugs come in no order.
    RowInsert row(inserts, kInsertService);
    for (const auto& [id, service] : services) {
        row.bind(":id", id);
        bind_description(row, *service, ids);
        bind_rules(row, *service);
        row.insert();
    }
    write_service_lists(inserts, services, ids);
    write_service_groups(inserts, services);
    write_schedules(inserts, services, ids);
    write_criteria(inserts, services);
}

void read_services(const SQLite::Database& database,
                   const SQLite::Database& twin,
                   model::Catalogue& catalogue) {
    auto& services = catalogue.services;
    auto ids = read_service_ids(database);
    services.resize(ids.size());
    // Two threads fill the same cards, but never the same member of one; each has half the work.
    auto threads = &twin == &database ? std::launch::deferred : std::launch::async;
    auto groups = std::async(threads, [&] {
        OwnersById owners(ids, services);
        read_service_groups(twin, owners);
        read_schedules(twin, owners, services);
        read_references(twin, owners);
    });
    OwnersById owners(ids, services);
    read_service_rows(database, owners);
    read_plain_lists(database, owners);
    read_criteria(database, owners, services);
    groups.get();
}

}  // namespace okienko::db
