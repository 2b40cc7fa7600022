#pragma once

#include <array>
#include <chrono>
#include <cstddef>

namespace okienko::generator {

/// The stages of a build, in their order.
enum class Stage {
    Sources,    ///< Settings and theme read; whether anything changed at all.
    Catalogue,  ///< Read from its database.
    Content,    ///< Editors' files read.
    Checks,     ///< Cards and references.
    Index,      ///< Lists and the order of names.
    Pages,      ///< Which pages there are; links.
    Compare,    ///< What of the last release still holds.
    Draw,       ///< Pages made and written.
    Flush,      ///< Unchanged files taken over, everything made durable.
    Record,     ///< What the next build needs to know.
    Swap,       ///< The release made current.
};
inline constexpr std::size_t kStages = static_cast<std::size_t>(Stage::Swap) + 1;

/// How long each stage of one build took. Not thread-safe.
class Timings {
  public:
    using Duration = std::chrono::steady_clock::duration;

    /// Ends a stage that began when the one before it ended.
    void end(Stage stage) {
        auto now = std::chrono::steady_clock::now();
        took_[static_cast<std::size_t>(stage)] += now - since_;
        since_ = now;
    }
    [[nodiscard]] Duration of(Stage stage) const { return took_[static_cast<std::size_t>(stage)]; }

  private:
    std::array<Duration, kStages> took_{};
    std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now();
};

}  // namespace okienko::generator
