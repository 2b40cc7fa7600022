#pragma once

#include <atomic>
#include <csignal>
#include <functional>
#include <thread>

namespace okienko::server {

/// While it lives, SIGTERM and SIGINT call `on_stop` (in a thread of its own) instead of ending
/// the program. Blocks both signals in the calling thread, and so in every thread started from it
/// later: make it before the server runs. Puts the old mask back when it dies.
class StopSignals {
  public:
    /// `on_stop` may be called more than once, never at the same time. It must not throw.
    explicit StopSignals(std::function<void()> on_stop);
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;
    ~StopSignals();

  private:
    std::function<void()> on_stop_;
    sigset_t signals_{};
    sigset_t mask_before_{};
    std::atomic<bool> finished_ = false;
    std::thread waiter_;
};

/// From now on a file that may not grow (RLIMIT_FSIZE) is a write that fails, as on a full disk,
/// and not the end of the program.
void outlive_file_limits();

}  // namespace okienko::server
