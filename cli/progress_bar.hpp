#pragma once

#include <cstddef>

namespace okienko::cli {

/// A bar on standard error while pages are made; silent unless that is a terminal. It erases itself
/// when destroyed, so that reports stand alone.
class ProgressBar {
  public:
    ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    ~ProgressBar();

    void show(std::size_t done, std::size_t total);

  private:
    bool terminal_;
    int shown_percent_ = -1;
};

}  // namespace okienko::cli
