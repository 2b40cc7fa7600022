#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace okienko::server {

/// Lets each visitor do something so many times at once, and again bit by bit (a token bucket).
/// Addresses are kept in memory only, and only until they may again do as much as a newcomer.
/// Thread-safe.
class RateLimit {
  public:
    using Time = std::chrono::steady_clock::time_point;

    /// `burst` times at once; one more after each `interval`.
    RateLimit(std::size_t burst, std::chrono::seconds interval);

    /// Whether this visitor may, and counts it if so.
    bool allow(const std::string& client, Time now);

    /// How many addresses are remembered.
    [[nodiscard]] std::size_t size() const;

  private:
    void forget_the_patient(Time now);

    std::size_t burst_;
    std::chrono::seconds interval_;
    mutable std::mutex mutex_;
    /// When each visitor will be like a newcomer.
    std::unordered_map<std::string, Time> free_at_;
    Time swept_at_{};
};

}  // namespace okienko::server
