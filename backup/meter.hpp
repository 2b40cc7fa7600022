#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>

namespace okienko::backup {

/// Told how much of the work is done, of how much, in kilobytes (1024 bytes).
using Progress = std::function<void(std::size_t done, std::size_t total)>;

/// Counts bytes and passes them on; a file that has grown meanwhile does not make it more than all.
class Meter {
  public:
    Meter(Progress progress, std::uint64_t total) : progress_(std::move(progress)), total_(total) {}

    void add(std::uint64_t bytes) {
        done_ = std::min(done_ + bytes, total_);
        if (progress_) progress_(done_ / kKilobyte, total_ / kKilobyte);
    }

  private:
    static constexpr std::uint64_t kKilobyte = 1024;

    Progress progress_;
    std::uint64_t total_;
    std::uint64_t done_ = 0;
};

}  // namespace okienko::backup
