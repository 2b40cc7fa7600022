#include "db/provider_rows.hpp"

#include "db/contact_row.hpp"

namespace okienko::db {
namespace {

void write_accessibility(const Inserts& inserts, NumberedCards<model::Place> places) {
    write_children(inserts,
                   "INSERT INTO place_accessibility "
                   "(place_id, position, feature, state, description) "
                   "VALUES (:owner, :position, :feature, :state, :description)",
                   places,
                   &model::Place::accessibility,
                   [](RowInsert& row, const model::PlaceAccessibility& accessibility) {
                       row.bind(":feature", accessibility.feature)
                           .bind(":state", accessibility.state)
                           .bind(":description", accessibility.description);
                   });
}

void read_accessibility(const SQLite::Database& database, OwnersById<model::Place>& owners) {
    read_children(database,
                  "SELECT place_id, feature, state, description FROM place_accessibility "
                  "ORDER BY place_id, position",
                  owners,
                  &model::Place::accessibility,
                  [](RowCursor& row) {
                      return model::PlaceAccessibility{row.choice<model::AccessibilityFeature>(),
                                                       row.choice<model::FeatureState>(),
                                                       row.text()};
                  });
}

model::Place read_place(RowCursor& row) {
    return {row.text(),
            row.text(),
            row.text(),
            row.text(),
            row.text(),
            row.text(),
            row.text(),
            row.text(),
            row.text(),
            row.text(),
            row.text(),
            row.optional_decimal(),
            row.optional_decimal(),
            row.text(),
            {}};
}

void write_activity_domains(const Inserts& inserts,
                            NumberedCards<model::Provider> providers,
                            const CatalogueIds& ids) {
    write_children(inserts,
                   "INSERT INTO provider_domain (provider_id, position, domain_id) "
                   "VALUES (:owner, :position, :domain_id)",
                   providers,
                   &model::Provider::activity_domains,
                   [&ids](RowInsert& row, const std::string& domain) {
                       row.bind(":domain_id", ids.domains.at(domain));
                   });
}

void read_activity_domains(const SQLite::Database& database, OwnersById<model::Provider>& owners) {
    read_children(database,
                  "SELECT provider_id, domain.slug FROM provider_domain "
                  "CROSS JOIN domain ON domain.id = domain_id ORDER BY provider_id, position",
                  owners,
                  &model::Provider::activity_domains,
                  [](RowCursor& row) { return row.text(); });
}

void write_contacts(const Inserts& inserts, NumberedCards<model::Provider> providers) {
    write_children(inserts,
                   "INSERT INTO contact "
                   "(provider_id, position, role, phone, extension, email, room, hours) "
                   "VALUES (:owner, :position, :role, :phone, :extension, :email, :room, :hours)",
                   providers,
                   &model::Provider::contacts,
                   bind_contact);
}

void read_contacts(const SQLite::Database& database, OwnersById<model::Provider>& owners) {
    read_children(database,
                  "SELECT provider_id, role, phone, extension, email, room, hours FROM contact "
                  "WHERE provider_id IS NOT NULL ORDER BY provider_id, position",
                  owners,
                  &model::Provider::contacts,
                  read_contact);
}

model::Provider read_provider(RowCursor& row) {
    return {row.text(),
            row.text(),
            row.text(),
            row.choice<model::ProviderKind>(),
            row.text(),
            row.text(),
            row.text(),
            {},
            row.text(),
            row.text(),
            row.text(),
            row.text(),
            row.text(),
            row.text(),
            row.date(),
            {}};
}

}  // namespace

void write_places(const Inserts& inserts, NumberedCards<model::Place> places) {
    RowInsert row(
        inserts,
        "INSERT INTO place (id, uuid, slug, name, street, building, unit, postal_code, city, "
        "terc, simc, ulic, latitude, longitude, directions) "
        "VALUES (:id, :uuid, :slug, :name, :street, :building, :unit, :postal_code, :city, "
        ":terc, :simc, :ulic, :latitude, :longitude, :directions)");
    for (const auto& [id, place] : places) {
        row.bind(":id", id)
            .bind(":uuid", place->id)
            .bind(":slug", place->slug)
            .bind(":name", place->name)
            .bind_optional(":street", place->street)
            .bind(":building", place->building)
            .bind_optional(":unit", place->unit)
            .bind(":postal_code", place->postal_code)
            .bind(":city", place->city)
            .bind(":terc", place->terc)
            .bind(":simc", place->simc)
            .bind_optional(":ulic", place->ulic)
            .bind(":latitude", place->latitude)
            .bind(":longitude", place->longitude)
            .bind(":directions", place->directions)
            .insert();
    }
    write_accessibility(inserts, places);
}

void read_places(const SQLite::Database& database, model::Catalogue& catalogue) {
    std::vector<RowId> ids;
    RowCursor row(database,
                  "SELECT id, uuid, slug, name, street, building, unit, postal_code, city, terc, "
                  "simc, ulic, latitude, longitude, directions FROM place ORDER BY id");
    while (row.next()) {
        ids.push_back(row.id());
        catalogue.places.push_back(read_place(row));
    }
    OwnersById owners(ids, catalogue.places);
    read_accessibility(database, owners);
}

void write_providers(const Inserts& inserts,
                     NumberedCards<model::Provider> providers,
                     const CatalogueIds& ids) {
    RowInsert row(
        inserts,
        "INSERT INTO provider (id, uuid, slug, name, kind, legal_form, summary, profile, nip, "
        "regon, krs, place_id, website, email, verified_on) "
        "VALUES (:id, :uuid, :slug, :name, :kind, :legal_form, :summary, :profile, :nip, "
        ":regon, :krs, :place_id, :website, :email, :verified_on)");
    for (const auto& [id, provider] : providers) {
        row.bind(":id", id)
            .bind(":uuid", provider->id)
            .bind(":slug", provider->slug)
            .bind(":name", provider->name)
            .bind(":kind", provider->kind)
            .bind(":legal_form", provider->legal_form)
            .bind(":summary", provider->summary)
            .bind(":profile", provider->profile)
            .bind_optional(":nip", provider->nip)
            .bind_optional(":regon", provider->regon)
            .bind_optional(":krs", provider->krs)
            .bind(":place_id", ids.places.at_optional(provider->place))
            .bind_optional(":website", provider->website)
            .bind_optional(":email", provider->email)
            .bind(":verified_on", provider->verified_on)
            .insert();
    }
    write_activity_domains(inserts, providers, ids);
    write_contacts(inserts, providers);
}

void read_providers(const SQLite::Database& database, model::Catalogue& catalogue) {
    std::vector<RowId> ids;
    RowCursor row(database,
                  "SELECT provider.id, provider.uuid, provider.slug, provider.name, kind, "
                  "legal_form, summary, profile, nip, regon, krs, place.slug, website, email, "
                  "verified_on FROM provider LEFT JOIN place ON place.id = place_id "
                  "ORDER BY provider.id");
    while (row.next()) {
        ids.push_back(row.id());
        catalogue.providers.push_back(read_provider(row));
    }
    OwnersById owners(ids, catalogue.providers);
    read_activity_domains(database, owners);
    read_contacts(database, owners);
}

}  // namespace okienko::db
