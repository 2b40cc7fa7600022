#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace okienko::server {

/// What became of a form that was sent.
enum class FormOutcome {
    Taken,
    Repeated,  ///< It had come before: a second click.
    Mistaken,  ///< Some of its fields were wrong.
    Refused,   ///< It looked like a machine's, or came too often.
    Failed,    ///< It could not be kept.
};

/// What happened since the program began, for Prometheus. Nothing about persons. Thread-safe.
class Metrics {
  public:
    void count_answer(int status);

    /// Shows a form's counts from the beginning, also while they are zero.
    void expect_form(std::string_view form);
    void count_form(std::string_view form, FormOutcome outcome);

    /// In Prometheus' text format 0.0.4.
    [[nodiscard]] std::string text() const;

  private:
    using Outcomes = std::array<std::uint64_t, 5>;  ///< By FormOutcome.

    [[nodiscard]] std::string forms_text() const;

    std::array<std::atomic<std::uint64_t>, 5> answers_{};  ///< By the hundreds: 1xx first.
    mutable std::mutex mutex_;
    std::map<std::string, Outcomes, std::less<>> forms_;
};

}  // namespace okienko::server
