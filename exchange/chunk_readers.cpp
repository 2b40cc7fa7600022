#include "exchange/chunk_readers.hpp"

#include <algorithm>
#include <utility>

#include "exchange/hsds_import.hpp"

namespace okienko::exchange {
namespace {

/// A batch of cards that is being written is some forty chunks: half as many may wait, so that the
/// readers are not held up by it.
constexpr std::size_t kChunksAhead = 16;

ReadChunk read(HsdsReader& reader, Chunk& chunk) {
    ReadChunk read{{}, chunk.bytes, {}};
    read.records.reserve(chunk.records.size());
    for (const auto& [begin, end, line] : chunk.records) {
        read.records.push_back(
            reader.read(std::string_view{chunk.text}.substr(begin, end - begin), line));
    }
    read.text = std::move(chunk.text);
    return read;
}

}  // namespace

ChunkReaders::ChunkReaders(const std::string& file, const KnownCards& known, unsigned threads)
    : nested_(std::max(1U, threads)), most_(kChunksAhead + threads) {
    for (unsigned i = 0; i < std::max(1U, threads); ++i) {
        threads_.emplace_back([this, file, &known] { work(file, known); });
    }
}

ChunkReaders::~ChunkReaders() {
    std::lock_guard lock{mutex_};
    ended_ = true;
    tasks_.clear();
    changed_.notify_all();
}

void ChunkReaders::add(Chunk chunk) {
    Task task{
        [whole = std::move(chunk)](HsdsReader& reader) mutable { return read(reader, whole); }};
    results_.push_back(task.get_future());
    std::lock_guard lock{mutex_};
    tasks_.push_back(std::move(task));
    changed_.notify_one();
}

ReadChunk ChunkReaders::take() {
    auto result = std::move(results_.front());
    results_.pop_front();
    return result.get();
}

void ChunkReaders::work(const std::string& file, const KnownCards& known) {
    HsdsReader reader{file, known, &nested_};
    for (;;) {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return ended_ || !tasks_.empty(); });
        if (ended_) return;
        auto task = std::move(tasks_.front());
        tasks_.pop_front();
        lock.unlock();
        task(reader);
    }
}

}  // namespace okienko::exchange
