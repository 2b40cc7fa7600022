#pragma once

#include <cstddef>
#include <memory_resource>
#include <mutex>
#include <span>
#include <vector>

#include "generator/incremental/build_record.hpp"
#include "generator/incremental/freshness.hpp"
#include "generator/incremental/input_fingerprints.hpp"

namespace okienko::generator {

/// Collects the record of a build while its outputs are made. Adding is thread-safe. Refers to the
/// last record, and so does the one that it makes.
class RecordMaker {
  public:
    /// For about so many files.
    RecordMaker(const Freshness& freshness, std::size_t files);

    /// Where reads are noted: for ReadScope.
    InputTable& table() { return table_; }

    /// An output that has been made, and what it read by the numbers of `table`. Its own `inputs`
    /// and `validity` are taken from there; its address outlives this.
    void add_made(RecordedFile output, const Reads& reads);

    /// An output of the last record that holds.
    void add_kept(const RecordedFile& recorded);

    /// The whole record, outputs in the order of their addresses; its inputs are worth what they
    /// are worth today. Refers to this maker. Call once.
    BuildRecord finish(const InputFingerprints& today);

  private:
    std::span<const InputId> keep(std::span<const InputId> inputs);
    void drop_unread(BuildRecord& record);

    const Freshness& freshness_;
    InputTable table_;
    std::mutex mutex_;
    std::vector<RecordedFile> files_;
    std::pmr::monotonic_buffer_resource inputs_;  ///< What the files' `inputs` point to.
};

}  // namespace okienko::generator
