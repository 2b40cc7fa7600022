#pragma once

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "db/catalogue_update.hpp"
#include "exchange/read_card.hpp"

namespace okienko::exchange {

/// Cards that are written together, and where they come from.
struct Batch {
    std::vector<ReadCard> cards;
    std::vector<db::SourceRecord> sources;
};

/// Writes batches on a thread of its own, one after the other in their order, while the next one
/// gathers. Failures of the database come out of the next call.
class BatchWriter {
  public:
    /// The update is this object's alone from here to `commit()`; null: nothing is written.
    explicit BatchWriter(db::CatalogueUpdate* update);
    BatchWriter(const BatchWriter&) = delete;
    BatchWriter& operator=(const BatchWriter&) = delete;
    /// Waits for what is being written.
    ~BatchWriter();

    void write(Batch batch);

    void commit();

  private:
    void wait(std::unique_lock<std::mutex>& lock);
    void work();

    db::CatalogueUpdate* update_;
    std::mutex mutex_;
    std::condition_variable changed_;
    Batch batch_;           ///< The last one, and until the next one comes.
    bool writing_ = false;  ///< `batch_` is the thread's until it is written.
    std::exception_ptr failure_;
    bool ended_ = false;
    std::thread thread_;  ///< Last: it uses all the others.
};

}  // namespace okienko::exchange
