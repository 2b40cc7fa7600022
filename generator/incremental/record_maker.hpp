#pragma once

#include <mutex>
#include <utility>
#include <vector>

#include "generator/incremental/build_record.hpp"
#include "generator/incremental/freshness.hpp"
#include "generator/site_data.hpp"

namespace okienko::generator {

/// Collects the record of a build while its outputs are made. Adding is thread-safe.
class RecordMaker {
  public:
    explicit RecordMaker(const Freshness& freshness) : freshness_(freshness) {}

    /// Where reads are noted: for ReadScope.
    InputTable& table() { return table_; }

    /// An output that has been made; its reads are numbers of `table`. Its address outlives this.
    void add_made(RecordedFile output);

    /// An output of the record that holds. One thread at a time.
    void add_kept(const RecordedFile& recorded);

    /// The whole record, outputs in the order of their addresses; its inputs are worth what they
    /// are worth in this site. Refers to this maker. Call once.
    BuildRecord finish(const SiteData& site);

  private:
    InputId renumbered(InputId recorded);

    const Freshness& freshness_;
    InputTable table_;
    std::mutex mutex_;
    std::vector<RecordedFile> files_;
    std::vector<InputId> new_numbers_;  ///< By the record's numbers; kUnknown until needed.
    std::vector<std::pair<InputId, Fingerprint>> known_;  ///< Carried over from the record.
};

}  // namespace okienko::generator
