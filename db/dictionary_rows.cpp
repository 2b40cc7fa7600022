#include "db/dictionary_rows.hpp"

namespace okienko::db {
namespace {

void write_domains(const Inserts& inserts, NumberedCards<model::Domain> domains) {
    RowInsert row(inserts,
                  "INSERT INTO domain (id, number, slug, name, description) "
                  "VALUES (:id, :number, :slug, :name, :description)");
    for (const auto& [id, domain] : domains) {
        row.bind(":id", id)
            .bind(":number", domain->number)
            .bind(":slug", domain->slug)
            .bind(":name", domain->name)
            .bind(":description", domain->description)
            .insert();
    }
}

void read_domains(const SQLite::Database& database, std::vector<model::Domain>& domains) {
    RowCursor row(database, "SELECT number, slug, name, description FROM domain ORDER BY id");
    while (row.next()) domains.push_back({row.number(), row.text(), row.text(), row.text()});
}

void write_audiences(const Inserts& inserts, NumberedCards<model::Audience> audiences) {
    RowInsert row(inserts,
                  "INSERT INTO audience (id, slug, name, description, \"order\", icon) "
                  "VALUES (:id, :slug, :name, :description, :order, :icon)");
    for (const auto& [id, audience] : audiences) {
        row.bind(":id", id)
            .bind(":slug", audience->slug)
            .bind(":name", audience->name)
            .bind(":description", audience->description)
            .bind(":order", audience->order)
            .bind(":icon", audience->icon)
            .insert();
    }
}

void read_audiences(const SQLite::Database& database, std::vector<model::Audience>& audiences) {
    RowCursor row(database,
                  "SELECT slug, name, description, \"order\", icon FROM audience ORDER BY id");
    while (row.next()) {
        audiences.push_back({row.text(), row.text(), row.text(), row.number(), row.text()});
    }
}

void write_situations(const Inserts& inserts, NumberedCards<model::Situation> situations) {
    RowInsert row(inserts,
                  "INSERT INTO situation (id, slug, name, description, advice, \"order\", icon) "
                  "VALUES (:id, :slug, :name, :description, :advice, :order, :icon)");
    for (const auto& [id, situation] : situations) {
        row.bind(":id", id)
            .bind(":slug", situation->slug)
            .bind(":name", situation->name)
            .bind(":description", situation->description)
            .bind(":advice", situation->advice)
            .bind(":order", situation->order)
            .bind(":icon", situation->icon)
            .insert();
    }
    write_children(
        inserts,
        "INSERT INTO situation_phrase (situation_id, position, phrase) "
        "VALUES (:owner, :position, :phrase)",
        situations,
        &model::Situation::phrases,
        [](RowInsert& phrase, const std::string& text) { phrase.bind(":phrase", text); });
}

void read_situations(const SQLite::Database& database, std::vector<model::Situation>& situations) {
    std::vector<RowId> ids;
    RowCursor row(
        database,
        "SELECT id, slug, name, description, advice, \"order\", icon FROM situation ORDER BY id");
    while (row.next()) {
        ids.push_back(row.id());
        situations.push_back(
            {row.text(), row.text(), row.text(), row.text(), {}, row.number(), row.text()});
    }
    OwnersById owners(ids, situations);
    read_children(
        database,
        "SELECT situation_id, phrase FROM situation_phrase ORDER BY situation_id, position",
        owners,
        &model::Situation::phrases,
        [](RowCursor& phrase) { return phrase.text(); });
}

void write_localities(const Inserts& inserts, NumberedCards<model::Locality> localities) {
    RowInsert row(inserts,
                  "INSERT INTO locality (id, simc, name, terc, kind) "
                  "VALUES (:id, :simc, :name, :terc, :kind)");
    for (const auto& [id, locality] : localities) {
        row.bind(":id", id)
            .bind(":simc", locality->simc)
            .bind(":name", locality->name)
            .bind(":terc", locality->terc)
            .bind(":kind", locality->kind)
            .insert();
    }
}

void read_localities(const SQLite::Database& database, std::vector<model::Locality>& localities) {
    RowCursor row(database, "SELECT simc, name, terc, kind FROM locality ORDER BY id");
    while (row.next()) {
        localities.push_back(
            {row.text(), row.text(), row.text(), row.choice<model::LocalityKind>()});
    }
}

}  // namespace

void write_dictionaries(const Inserts& inserts, const CatalogueRows& rows) {
    write_domains(inserts, rows.domains);
    write_audiences(inserts, rows.audiences);
    write_situations(inserts, rows.situations);
    write_localities(inserts, rows.localities);
}

void read_dictionaries(const SQLite::Database& database, model::Catalogue& catalogue) {
    read_domains(database, catalogue.domains);
    read_audiences(database, catalogue.audiences);
    read_situations(database, catalogue.situations);
    read_localities(database, catalogue.localities);
}

}  // namespace okienko::db
