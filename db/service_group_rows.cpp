#include "db/service_group_rows.hpp"

#include "db/contact_row.hpp"

namespace okienko::db {
namespace {

using model::Service;
using Services = NumberedCards<Service>;
using Owners = OwnersById<Service>;

void write_conditions(const Inserts& inserts, Services services) {
    write_children(inserts,
                   "INSERT INTO service_condition (service_id, position, kind, text, proof) "
                   "VALUES (:owner, :position, :kind, :text, :proof)",
                   services,
                   &Service::conditions,
                   [](RowInsert& row, const model::Condition& condition) {
                       row.bind(":kind", condition.kind)
                           .bind(":text", condition.text)
                           .bind(":proof", condition.proof);
                   });
}

void read_conditions(const SQLite::Database& database, Owners& owners) {
    read_children(
        database,
        "SELECT service_id, kind, text, proof FROM service_condition ORDER BY service_id, position",
        owners,
        &Service::conditions,
        [](RowCursor& row) {
            return model::Condition{row.choice<model::ConditionKind>(), row.text(), row.text()};
        });
}

void write_steps(const Inserts& inserts, Services services) {
    write_children(inserts,
                   "INSERT INTO service_step (service_id, position, title, text) "
                   "VALUES (:owner, :position, :title, :text)",
                   services,
                   &Service::steps,
                   [](RowInsert& row, const model::Step& step) {
                       row.bind(":title", step.title).bind(":text", step.text);
                   });
}

void read_steps(const SQLite::Database& database, Owners& owners) {
    read_children(database,
                  "SELECT service_id, title, text FROM service_step ORDER BY service_id, position",
                  owners,
                  &Service::steps,
                  [](RowCursor& row) {
                      return model::Step{row.text(), row.text()};
                  });
}

void write_required_documents(const Inserts& inserts, Services services) {
    write_children(
        inserts,
        "INSERT INTO service_required_document "
        "(service_id, position, name, form, proves, necessity, \"when\", document) "
        "VALUES (:owner, :position, :name, :form, :proves, :necessity, :when, :document)",
        services,
        &Service::required_documents,
        [](RowInsert& row, const model::RequiredDocument& required) {
            row.bind(":name", required.name)
                .bind(":form", required.form)
                .bind(":proves", required.proves)
                .bind(":necessity", required.necessity)
                .bind_optional(":when", required.when)
                .bind_optional(":document", required.document);
        });
}

void read_required_documents(const SQLite::Database& database, Owners& owners) {
    read_children(database,
                  "SELECT service_id, name, form, proves, necessity, \"when\", document "
                  "FROM service_required_document "
                  "ORDER BY service_id, position",
                  owners,
                  &Service::required_documents,
                  [](RowCursor& row) {
                      return model::RequiredDocument{row.text(),
                                                     row.choice<model::DocumentForm>(),
                                                     row.text(),
                                                     row.choice<model::Necessity>(),
                                                     row.text(),
                                                     row.text()};
                  });
}

void write_fees(const Inserts& inserts, Services services) {
    write_children(
        inserts,
        "INSERT INTO service_fee "
        "(service_id, position, name, amount, amount_max, per, note, valid_from, valid_to) "
        "VALUES (:owner, :position, :name, :amount, :amount_max, :per, :note, :valid_from, "
        ":valid_to)",
        services,
        &Service::fees,
        [](RowInsert& row, const model::Fee& fee) {
            row.bind(":name", fee.name)
                .bind(":amount", fee.amount)
                .bind(":amount_max", fee.amount_max)
                .bind(":per", fee.per)
                .bind_optional(":note", fee.note)
                .bind(":valid_from", fee.valid_from)
                .bind(":valid_to", fee.valid_to);
        });
}

void read_fees(const SQLite::Database& database, Owners& owners) {
    read_children(database,
                  "SELECT service_id, name, amount, amount_max, per, note, valid_from, valid_to "
                  "FROM service_fee ORDER BY service_id, position",
                  owners,
                  &Service::fees,
                  [](RowCursor& row) {
                      return model::Fee{row.text(),
                                        row.money(),
                                        row.optional_money(),
                                        row.choice<model::FeePer>(),
                                        row.text(),
                                        row.optional_date(),
                                        row.optional_date()};
                  });
}

void write_reliefs(const Inserts& inserts, Services services) {
    write_children(
        inserts,
        "INSERT INTO service_relief (service_id, position, entitled, percent, amount, proof, note) "
        "VALUES (:owner, :position, :entitled, :percent, :amount, :proof, :note)",
        services,
        &Service::reliefs,
        [](RowInsert& row, const model::Relief& relief) {
            row.bind(":entitled", relief.entitled)
                .bind(":percent", relief.percent)
                .bind(":amount", relief.amount)
                .bind(":proof", relief.proof)
                .bind_optional(":note", relief.note);
        });
}

void read_reliefs(const SQLite::Database& database, Owners& owners) {
    read_children(
        database,
        "SELECT service_id, entitled, percent, amount, proof, note FROM service_relief "
        "ORDER BY service_id, position",
        owners,
        &Service::reliefs,
        [](RowCursor& row) {
            return model::Relief{
                row.text(), row.optional_number(), row.optional_money(), row.text(), row.text()};
        });
}

void write_personal_data(const Inserts& inserts, Services services) {
    write_children(inserts,
                   "INSERT INTO service_personal_data "
                   "(service_id, position, name, gdpr_class, purpose, necessity) "
                   "VALUES (:owner, :position, :name, :gdpr_class, :purpose, :necessity)",
                   services,
                   &Service::personal_data,
                   [](RowInsert& row, const model::PersonalData& data) {
                       row.bind(":name", data.name)
                           .bind(":gdpr_class", data.gdpr_class)
                           .bind(":purpose", data.purpose)
                           .bind(":necessity", data.necessity);
                   });
}

void read_personal_data(const SQLite::Database& database, Owners& owners) {
    read_children(
        database,
        "SELECT service_id, name, gdpr_class, purpose, necessity FROM service_personal_data "
        "ORDER BY service_id, position",
        owners,
        &Service::personal_data,
        [](RowCursor& row) {
            return model::PersonalData{row.text(),
                                       row.choice<model::GdprClass>(),
                                       row.text(),
                                       row.choice<model::Necessity>()};
        });
}

void write_capacities(const Inserts& inserts, Services services) {
    write_children(
        inserts,
        "INSERT INTO service_capacity "
        "(service_id, position, unit, description, maximum, available, updated_on) "
        "VALUES (:owner, :position, :unit, :description, :maximum, :available, :updated_on)",
        services,
        &Service::capacities,
        [](RowInsert& row, const model::Capacity& capacity) {
            row.bind(":unit", capacity.unit)
                .bind(":description", capacity.description)
                .bind(":maximum", capacity.maximum)
                .bind(":available", capacity.available)
                .bind(":updated_on", capacity.updated_on);
        });
}

void read_capacities(const SQLite::Database& database, Owners& owners) {
    read_children(database,
                  "SELECT service_id, unit, description, maximum, available, updated_on "
                  "FROM service_capacity ORDER BY service_id, position",
                  owners,
                  &Service::capacities,
                  [](RowCursor& row) {
                      return model::Capacity{row.choice<model::CapacityUnit>(),
                                             row.text(),
                                             row.optional_number(),
                                             row.optional_number(),
                                             row.date()};
                  });
}

void write_contacts(const Inserts& inserts, Services services) {
    write_children(inserts,
                   "INSERT INTO contact "
                   "(service_id, position, role, phone, extension, email, room, hours) "
                   "VALUES (:owner, :position, :role, :phone, :extension, :email, :room, :hours)",
                   services,
                   &Service::contacts,
                   bind_contact);
}

void read_contacts(const SQLite::Database& database, Owners& owners) {
    read_children(database,
                  "SELECT service_id, role, phone, extension, email, room, hours FROM contact "
                  "WHERE service_id IS NOT NULL ORDER BY service_id, position",
                  owners,
                  &Service::contacts,
                  read_contact);
}

}  // namespace

void write_service_groups(const Inserts& inserts, Services services) {
    write_conditions(inserts, services);
    write_steps(inserts, services);
    write_required_documents(inserts, services);
    write_fees(inserts, services);
    write_reliefs(inserts, services);
    write_personal_data(inserts, services);
    write_capacities(inserts, services);
    write_contacts(inserts, services);
}

void read_service_groups(const SQLite::Database& database, Owners& owners) {
    read_conditions(database, owners);
    read_steps(database, owners);
    read_required_documents(database, owners);
    read_fees(database, owners);
    read_reliefs(database, owners);
    read_personal_data(database, owners);
    read_capacities(database, owners);
    read_contacts(database, owners);
}

}  // namespace okienko::db
