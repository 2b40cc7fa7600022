#pragma once

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "exchange/known_cards.hpp"
#include "exchange/nested_cards.hpp"
#include "exchange/read_card.hpp"
#include "exchange/record_splitter.hpp"

namespace okienko::exchange {

/// The records of a chunk, and how much of the file it was.
struct ReadChunk {
    std::vector<ReadRecord> records;
    std::size_t bytes = 0;
    std::string text;  ///< Of the chunk, for who has use for its memory.
};

/// Reads the chunks of one file of HSDS on threads of its own and hands them on in their order.
/// Each thread goes through the file onwards, so that what its reader has met before, whoever takes
/// the chunks has met too. Used by one thread; refers to `known`.
class ChunkReaders {
  public:
    ChunkReaders(const std::string& file, const KnownCards& known, unsigned threads);
    ChunkReaders(const ChunkReaders&) = delete;
    ChunkReaders& operator=(const ChunkReaders&) = delete;
    /// Forgets the chunks that nobody has begun to read.
    ~ChunkReaders();

    void add(Chunk chunk);

    /// So many chunks were added and not taken that the file should not be read further.
    [[nodiscard]] bool are_busy() const { return results_.size() > most_; }
    [[nodiscard]] bool are_done() const { return results_.empty(); }

    /// The next chunk; waits for it. Throws what its reader threw.
    ReadChunk take();

  private:
    using Task = std::packaged_task<ReadChunk(class HsdsReader&)>;

    void work(const std::string& file, const KnownCards& known);

    NestedCards nested_;
    std::size_t most_;
    std::deque<std::future<ReadChunk>> results_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Task> tasks_;
    bool ended_ = false;
    std::vector<std::jthread> threads_;  ///< Last: they use all the others.
};

}  // namespace okienko::exchange
