#pragma once

#include <atomic>
#include <chrono>

#include "server/release_files.hpp"

namespace okienko::server {

/// Tells all connections of a server that it is stopping, also those that wait in poll(2).
/// Thread-safe.
class StopFlag {
  public:
    /// Throws std::system_error.
    StopFlag();

    void raise();
    [[nodiscard]] bool raised() const { return raised_; }

    /// Readable, for poll(2), from the moment the flag is raised and ever after.
    [[nodiscard]] int descriptor() const { return event_.value(); }

    /// Until when an answer that has begun may still be sent. Only after `raised()`.
    [[nodiscard]] std::chrono::steady_clock::time_point last_moment() const;

  private:
    Descriptor event_;
    std::atomic<bool> raised_ = false;
    std::atomic<std::chrono::steady_clock::rep> raised_at_ = 0;
};

}  // namespace okienko::server
