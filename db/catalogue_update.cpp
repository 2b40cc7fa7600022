#include "db/catalogue_update.hpp"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "db/connection.hpp"
#include "db/dictionary_rows.hpp"
#include "db/library_rows.hpp"
#include "db/migrations.hpp"
#include "db/provider_rows.hpp"
#include "db/row_ids.hpp"
#include "db/row_removal.hpp"
#include "db/service_list_rows.hpp"
#include "db/service_rows.hpp"
#include "db/translation_rows.hpp"
#include "db/unlogged_writing.hpp"

namespace okienko::db {
namespace {

/// A table of cards, and the fields that tell which card a row is and how others call it.
template <class Card>
struct CardTable {
    const char* name;
    const char* columns;  ///< Of `identity` and `key`.
    std::string Card::*identity;
    std::string Card::*key;
};

/// Gives cards of one kind the numbers of their rows.
template <class Card>
class RowNumbers {
  public:
    RowNumbers(const SQLite::Database& database, const CardTable<Card>& table, RowIds& ids)
        : database_(database), table_(table), ids_(ids), last_(last_row_id(database, table.name)) {
        auto query = std::string{"SELECT id, "} + table.columns + " FROM " + table.name;
        RowCursor row(database, query.c_str());
        while (row.next()) {
            auto id = row.id();
            known_.emplace(row.text(), id);
            ids_.add(row.text(), id);
        }
    }

    /// A card that has a row already keeps its number, and the row is removed to be written anew.
    std::vector<Numbered<Card>> make_room(const std::vector<const Card*>& cards) {
        std::optional<RowRemoval> removal;
        std::vector<Numbered<Card>> rows;
        rows.reserve(cards.size());
        for (const auto* card : cards) {
            auto [row, added] = known_.try_emplace(card->*table_.identity, last_ + 1);
            if (added) {
                ++last_;
            } else {
                if (!removal) removal.emplace(database_, table_.name);
                removal->remove(row->second);
            }
            ids_.add(card->*table_.key, row->second);
            rows.push_back({row->second, card});
        }
        return rows;
    }

  private:
    const SQLite::Database& database_;
    CardTable<Card> table_;
    RowIds& ids_;
    RowId last_;
    std::unordered_map<std::string, RowId> known_;  ///< By identity.
};

SQLite::Database open(const std::filesystem::path& file) {
    auto database = open_for_writing(file, MissingFile::Refuse);
    require_migrated(database, catalogue_migrations());
    trust_references(database);
    take_statements_back_from_memory(database);
    return database;
}

/// Null when there are services, which somebody may want to read meanwhile.
std::unique_ptr<UnloggedWriting> unlogged_when_empty(SQLite::Database& database) {
    if (last_row_id(database, "service") > 0) return nullptr;
    return std::make_unique<UnloggedWriting>(database);
}

}  // namespace

class CatalogueUpdate::Writer {
  public:
    explicit Writer(const std::filesystem::path& file)
        : file_(file),
          database_(open(file)),
          unlogged_(unlogged_when_empty(database_)),
          transaction_(database_, SQLite::TransactionBehavior::IMMEDIATE) {}

    void put(const CardList& cards) {
        CatalogueRows rows;
        rows.domains = domains_.make_room(cards.domains);
        rows.audiences = audiences_.make_room(cards.audiences);
        rows.situations = situations_.make_room(cards.situations);
        rows.localities = localities_.make_room(cards.localities);
        rows.programmes = programmes_.make_room(cards.programmes);
        rows.places = places_.make_room(cards.places);
        rows.providers = providers_.make_room(cards.providers);
        rows.services = services_.make_room(cards.services);
        write_dictionaries(inserts_, rows);
        write_library(inserts_, rows);
        write_places(inserts_, rows.places);
        write_providers(inserts_, rows.providers, ids_);
        write_services(inserts_, rows.services, ids_);
        put_service_texts(database_, cards.service_texts, ids_);
        for (const auto& [id, service] : rows.services) remember_related(id, *service);
    }

    void put_sources(const std::vector<SourceRecord>& records) {
        if (records.empty()) return;
        SQLite::Statement release(
            database_,
            "UPDATE source_record SET source_id = NULL "
            "WHERE kind = :kind AND source_id = :source_id AND uuid <> :uuid");
        RowInsert row(database_,
                      "INSERT INTO source_record (kind, uuid, source_id, original) "
                      "VALUES (:kind, :uuid, :source_id, :original) "
                      "ON CONFLICT (kind, uuid) DO UPDATE SET "
                      "source_id = coalesce(excluded.source_id, source_id), "
                      "original = coalesce(excluded.original, original)");
        for (const auto& record : records) {
            release.bind(":kind", record.kind);
            release.bind(":source_id", record.source_id);
            release.bind(":uuid", record.uuid);
            release.exec();
            release.reset();
            row.bind(":kind", record.kind)
                .bind(":uuid", record.uuid)
                .bind_optional(":source_id", record.source_id)
                .bind_optional(":original", record.original)
                .insert();
        }
    }

    void commit() {
        std::vector<Numbered<model::Service>> rows;
        for (const auto& [id, service] : related_) rows.push_back({id, &service});
        write_related_services(inserts_, rows, ids_);
        transaction_.commit();
    }

    /// Does `work`; SQLite's failures come out in words for people.
    template <class Work>
    void explained(Work work) {
        try {
            work();
        } catch (const SQLite::Exception& failure) {
            throw explain(failure, file_);
        }
    }

  private:
    /// Related services may come later, so their rows are written at the end.
    void remember_related(RowId id, const model::Service& service) {
        if (service.related.empty()) return;
        auto& [owner, rest] = related_.emplace_back();
        owner = id;
        rest.related = service.related;
    }

    std::filesystem::path file_;
    SQLite::Database database_;
    std::unique_ptr<UnloggedWriting> unlogged_;
    Inserts inserts_{database_};
    SQLite::Transaction transaction_;
    CatalogueIds ids_{CatalogueRows{}};
    RowNumbers<model::Domain> domains_{
        database_,
        {"domain", "slug, slug", &model::Domain::slug, &model::Domain::slug},
        ids_.domains};
    RowNumbers<model::Audience> audiences_{
        database_,
        {"audience", "slug, slug", &model::Audience::slug, &model::Audience::slug},
        ids_.audiences};
    RowNumbers<model::Situation> situations_{
        database_,
        {"situation", "slug, slug", &model::Situation::slug, &model::Situation::slug},
        ids_.situations};
    RowNumbers<model::Locality> localities_{
        database_,
        {"locality", "simc, simc", &model::Locality::simc, &model::Locality::simc},
        ids_.localities};
    RowNumbers<model::Programme> programmes_{
        database_,
        {"programme", "uuid, slug", &model::Programme::id, &model::Programme::slug},
        ids_.programmes};
    RowNumbers<model::Place> places_{
        database_, {"place", "uuid, slug", &model::Place::id, &model::Place::slug}, ids_.places};
    RowNumbers<model::Provider> providers_{
        database_,
        {"provider", "uuid, slug", &model::Provider::id, &model::Provider::slug},
        ids_.providers};
    RowNumbers<model::Service> services_{
        database_,
        {"service", "uuid, slug", &model::Service::id, &model::Service::slug},
        ids_.services};
    std::deque<std::pair<RowId, model::Service>> related_;
};

CatalogueUpdate::CatalogueUpdate(const std::filesystem::path& file) {
    try {
        writer_ = std::make_unique<Writer>(file);
    } catch (const SQLite::Exception& failure) {
        throw explain(failure, file);
    }
}

CatalogueUpdate::~CatalogueUpdate() = default;

void CatalogueUpdate::put(const CardList& cards) {
    writer_->explained([&] { writer_->put(cards); });
}

void CatalogueUpdate::put_sources(const std::vector<SourceRecord>& records) {
    writer_->explained([&] { writer_->put_sources(records); });
}

void CatalogueUpdate::commit() {
    writer_->explained([&] { writer_->commit(); });
}

}  // namespace okienko::db
