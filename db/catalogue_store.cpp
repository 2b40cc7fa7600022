#include "db/catalogue_store.hpp"

#include <SQLiteCpp/Transaction.h>

#include <string>
#include <vector>

#include "db/connection.hpp"
#include "db/dictionary_rows.hpp"
#include "db/library_rows.hpp"
#include "db/migrations.hpp"
#include "db/provider_rows.hpp"
#include "db/result_rows.hpp"
#include "db/row_ids.hpp"
#include "db/service_list_rows.hpp"
#include "db/service_rows.hpp"
#include "db/translation_rows.hpp"
#include "db/twin_connections.hpp"

namespace okienko::db {
namespace {

/// Newest table first, so that a row goes before the one it refers to.
std::vector<std::string> tables_from_children_to_parents(const SQLite::Database& database) {
    std::vector<std::string> tables;
    RowCursor row(database,
                  "SELECT name FROM sqlite_schema "
                  "WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                  "ORDER BY rowid DESC");
    while (row.next()) tables.push_back(row.text());
    return tables;
}

void delete_everything(SQLite::Database& database) {
    for (const auto& table : tables_from_children_to_parents(database)) {
        database.exec("DELETE FROM \"" + table + "\"");
    }
}

void insert_everything(const SQLite::Database& database, const model::Catalogue& catalogue) {
    auto rows = numbered(catalogue);
    CatalogueIds ids(rows);
    write_dictionaries(database, rows);
    write_library(database, rows);
    write_places(database, rows.places);
    write_providers(database, rows.providers, ids);
    write_services(database, rows.services, ids);
    write_related_services(database, rows.services, ids);
    write_results(database, catalogue, ids);
    write_translations(database, catalogue.service_translations, ids);
}

model::Catalogue read_everything(TwinConnections& twins) {
    const auto& database = twins.first();
    model::Catalogue catalogue;
    read_dictionaries(database, catalogue);
    read_library(database, catalogue);
    read_places(database, catalogue);
    read_providers(database, catalogue);
    read_services(database, twins.second(), catalogue);
    read_results(database, catalogue);
    read_translations(database, catalogue);
    return catalogue;
}

}  // namespace

void create_catalogue(const std::filesystem::path& file) {
    // It is filled and read as a whole far more often than a card is changed.
    auto database = open_for_writing(file, MissingFile::Create, PageSize::Large);
    try {
        migrate(database, catalogue_migrations());
    } catch (const SQLite::Exception& failure) {
        throw explain(failure, file);
    }
}

void write_catalogue(const std::filesystem::path& file, const model::Catalogue& catalogue) {
    auto database = open_for_writing(file, MissingFile::Refuse);
    try {
        require_migrated(database, catalogue_migrations());
        trust_references(database);
        take_statements_back_from_memory(database);
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        delete_everything(database);
        insert_everything(database, catalogue);
        transaction.commit();
    } catch (const SQLite::Exception& failure) {
        throw explain(failure, file);
    }
}

model::Catalogue read_catalogue(const std::filesystem::path& file) {
    try {
        TwinConnections twins(file);
        require_migrated(twins.first(), catalogue_migrations());
        auto catalogue = read_everything(twins);
        twins.require_unchanged();
        return catalogue;
    } catch (const SQLite::Exception& failure) {
        throw explain(failure, file);
    }
}

}  // namespace okienko::db
