#include "db/source_records.hpp"

#include "db/connection.hpp"
#include "db/migrations.hpp"
#include "db/statement_row.hpp"

namespace okienko::db {

std::vector<SourceRecord> read_source_records(const std::filesystem::path& file) {
    ReadingConnection connection(file);
    try {
        require_migrated(connection.database(), catalogue_migrations());
        std::vector<SourceRecord> records;
        RowCursor row(connection.database(),
                      "SELECT kind, uuid, source_id, original FROM source_record "
                      "ORDER BY kind, uuid");
        while (row.next()) {
            auto& record = records.emplace_back();
            record.kind = row.text();
            record.uuid = row.text();
            record.source_id = row.text();
            record.original = row.text();
        }
        connection.require_unchanged();
        return records;
    } catch (const SQLite::Exception& failure) {
        throw explain(failure, file);
    }
}

}  // namespace okienko::db
