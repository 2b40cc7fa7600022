#pragma once

#include <future>
#include <vector>

#include "db/catalogue_update.hpp"
#include "exchange/read_card.hpp"

namespace okienko::exchange {

/// Cards that are written together, and where they come from.
struct Batch {
    std::vector<ReadCard> cards;
    std::vector<db::SourceRecord> sources;
};

/// Writes batches on another thread, one after the other in their order, while the next one
/// gathers. Failures of the database come out of the next call.
class BatchWriter {
  public:
    /// The update is this object's alone from here to `commit()`; null: nothing is written.
    explicit BatchWriter(db::CatalogueUpdate* update) : update_(update) {}

    void write(Batch batch);

    void commit();

  private:
    void wait();

    db::CatalogueUpdate* update_;
    std::future<void> writing_;  ///< Waits for its thread when it goes.
};

}  // namespace okienko::exchange
