#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string>

namespace okienko::server {

/// What happened since the program began, for Prometheus. Nothing about persons. Thread-safe.
class Metrics {
  public:
    void count_answer(int status);
    void count_message() { ++messages_; }
    void count_refused_message() { ++refused_messages_; }

    /// In Prometheus' text format 0.0.4.
    [[nodiscard]] std::string text() const;

  private:
    std::array<std::atomic<std::uint64_t>, 5> answers_{};  ///< By the hundreds: 1xx first.
    std::atomic<std::uint64_t> messages_{0};
    std::atomic<std::uint64_t> refused_messages_{0};
};

}  // namespace okienko::server
