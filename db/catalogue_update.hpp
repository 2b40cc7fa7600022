#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "db/source_records.hpp"
#include "model/catalogue.hpp"

namespace okienko::db {

/// Cards to be put into the catalogue. Refers to them.
struct CardList {
    std::vector<const model::Domain*> domains;
    std::vector<const model::Audience*> audiences;
    std::vector<const model::Situation*> situations;
    std::vector<const model::Locality*> localities;
    std::vector<const model::Programme*> programmes;
    std::vector<const model::Place*> places;
    std::vector<const model::Provider*> providers;
    std::vector<const model::Service*> services;
    std::vector<const model::ServiceText*> service_texts;
};

/// Adds cards to the catalogue and replaces cards in it, in one durable transaction: either all of
/// them are there after `commit()`, or, without it, none. Readers meanwhile see the old content.
///
/// A card that is there already (the same id; a locality: the same SIMC id; another word of the
/// dictionaries: the same slug) keeps its place in the order, a new one comes last. What is not put
/// stays as it is; so do translations of a service that is put again. The caller has checked the
/// cards; a reference to a card that is neither there nor put (related services: before `commit()`)
/// throws DatabaseError, as does a second card with a slug that is taken.
///
/// Used by one thread at a time. Nobody else can write to the catalogue while it lives, so what is
/// read after it was made stays true.
class CatalogueUpdate {
  public:
    /// Throws DatabaseError when the file is not usable, or busy.
    explicit CatalogueUpdate(const std::filesystem::path& file);
    CatalogueUpdate(const CatalogueUpdate&) = delete;
    CatalogueUpdate& operator=(const CatalogueUpdate&) = delete;
    /// Forgets what was not committed.
    ~CatalogueUpdate();

    /// Cards that refer to each other may be put together.
    void put(const CardList& cards);

    /// Remembers where cards come from; what a record does not say stays as it was remembered. An
    /// id of the source belongs to the last card that was put with it.
    void put_sources(const std::vector<SourceRecord>& records);

    void commit();

  private:
    class Writer;
    std::unique_ptr<Writer> writer_;
};

}  // namespace okienko::db
