#include "db/library_rows.hpp"

namespace okienko::db {
namespace {

void write_documents(const Inserts& inserts, NumberedCards<model::LibraryDocument> documents) {
    RowInsert row(inserts,
                  "INSERT INTO document (id, uuid, slug, title, type, date, version, summary, "
                  "file, file_language, annex_to, replaces) "
                  "VALUES (:id, :uuid, :slug, :title, :type, :date, :version, :summary, "
                  ":file, :file_language, :annex_to, :replaces)");
    for (const auto& [id, document] : documents) {
        row.bind(":id", id)
            .bind_optional(":uuid", document->id)
            .bind(":slug", document->slug)
            .bind(":title", document->title)
            .bind(":type", document->type)
            .bind(":date", document->date)
            .bind(":version", document->version)
            .bind(":summary", document->summary)
            .bind_optional(":file", document->file)
            .bind_optional(":file_language", document->file_language)
            .bind_optional(":annex_to", document->annex_to)
            .bind_optional(":replaces", document->replaces)
            .insert();
    }
}

void read_documents(const SQLite::Database& database,
                    std::vector<model::LibraryDocument>& documents) {
    RowCursor row(database,
                  "SELECT uuid, slug, title, type, date, version, summary, file, file_language, "
                  "annex_to, replaces FROM document ORDER BY id");
    while (row.next()) {
        documents.push_back({row.text(),
                             row.text(),
                             row.text(),
                             row.choice<model::DocumentType>(),
                             row.date(),
                             row.text(),
                             row.text(),
                             row.text(),
                             row.text(),
                             row.text(),
                             row.text()});
    }
}

void write_programmes(const Inserts& inserts, NumberedCards<model::Programme> programmes) {
    RowInsert row(
        inserts,
        "INSERT INTO programme (id, uuid, slug, name, resolution, adopted_on, valid_from, "
        "valid_to, goal, expected_people, document) "
        "VALUES (:id, :uuid, :slug, :name, :resolution, :adopted_on, :valid_from, "
        ":valid_to, :goal, :expected_people, :document)");
    for (const auto& [id, programme] : programmes) {
        row.bind(":id", id)
            .bind(":uuid", programme->id)
            .bind(":slug", programme->slug)
            .bind(":name", programme->name)
            .bind(":resolution", programme->resolution)
            .bind(":adopted_on", programme->adopted_on)
            .bind(":valid_from", programme->valid_from)
            .bind(":valid_to", programme->valid_to)
            .bind(":goal", programme->goal)
            .bind(":expected_people", programme->expected_people)
            .bind_optional(":document", programme->document)
            .insert();
    }
}

void read_programmes(const SQLite::Database& database, std::vector<model::Programme>& programmes) {
    RowCursor row(database,
                  "SELECT programme.uuid, programme.slug, programme.name, programme.resolution, "
                  "programme.adopted_on, programme.valid_from, programme.valid_to, programme.goal, "
                  "programme.expected_people, programme.document FROM programme "
                  "ORDER BY programme.id");
    while (row.next()) {
        programmes.push_back({row.text(),
                              row.text(),
                              row.text(),
                              row.text(),
                              row.date(),
                              row.date(),
                              row.date(),
                              row.text(),
                              row.number(),
                              row.text()});
    }
}

}  // namespace

void write_library(const Inserts& inserts, const CatalogueRows& rows) {
    write_documents(inserts, rows.documents);
    write_programmes(inserts, rows.programmes);
}

void read_library(const SQLite::Database& database, model::Catalogue& catalogue) {
    read_documents(database, catalogue.documents);
    read_programmes(database, catalogue.programmes);
}

}  // namespace okienko::db
