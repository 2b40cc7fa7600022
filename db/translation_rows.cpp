#include "db/translation_rows.hpp"

namespace okienko::db {

void write_translations(const SQLite::Database& database,
                        const std::vector<model::ServiceTranslation>& translations,
                        const CatalogueIds& ids) {
    RowInsert row(
        database,
        "INSERT INTO service_translation (service_id, language, position, field, original, text) "
        "VALUES (:service_id, :language, :position, :field, :original, :text)");
    for (const auto& translation : translations) {
        auto service = ids.services.at(translation.service);
        int position = 0;
        for (const auto& each : translation.texts) {
            row.bind(":service_id", service)
                .bind(":language", translation.language)
                .bind(":position", position++)
                .bind(":field", each.field)
                .bind(":original", each.original)
                .bind(":text", each.text)
                .insert();
        }
    }
}

void put_service_texts(const SQLite::Database& database,
                       const std::vector<const model::ServiceText*>& texts,
                       const CatalogueIds& ids) {
    if (texts.empty()) return;
    RowInsert row(
        database,
        "INSERT INTO service_translation (service_id, language, position, field, original, text) "
        "VALUES (:service_id, :language, (SELECT ifnull(max(position) + 1, 0) "
        "FROM service_translation WHERE service_id = :service_id AND language = :language), "
        ":field, :original, :text) ON CONFLICT (service_id, language, field) "
        "DO UPDATE SET original = excluded.original, text = excluded.text");
    for (const auto* each : texts) {
        row.bind(":service_id", ids.services.at(each->service))
            .bind(":language", each->language)
            .bind(":field", each->text.field)
            .bind(":original", each->text.original)
            .bind(":text", each->text.text)
            .insert();
    }
}

void read_translations(const SQLite::Database& database, model::Catalogue& catalogue) {
    auto& translations = catalogue.service_translations;
    RowCursor row(database,
                  "SELECT service.slug, service_translation.language, service_translation.field, "
                  "service_translation.original, service_translation.text FROM service_translation "
                  "CROSS JOIN service ON service.id = service_translation.service_id "
                  "ORDER BY service_translation.service_id, service_translation.language, "
                  "service_translation.position");
    while (row.next()) {
        auto service = row.text();
        auto language = row.text();
        bool goes_on = !translations.empty() && translations.back().service == service &&
                       translations.back().language == language;
        if (!goes_on) translations.push_back({std::move(service), std::move(language), {}});
        translations.back().texts.push_back({row.text(), row.text(), row.text()});
    }
}

}  // namespace okienko::db
