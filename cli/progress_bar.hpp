#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace okienko::cli {

/// A bar on standard error while something takes long; silent unless that is a terminal. It erases
/// itself when destroyed, so that reports stand alone.
class ProgressBar {
  public:
    /// The unit is written after the numbers: "(3/120 kB)"; none for pages.
    explicit ProgressBar(std::string_view unit = {});
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    ~ProgressBar();

    void show(std::size_t done, std::size_t total);

  private:
    bool terminal_;
    std::string unit_;
    int shown_percent_ = -1;
};

}  // namespace okienko::cli
