#include "cli/progress_bar.hpp"

#include <unistd.h>

#include <iostream>
#include <string>

namespace okienko::cli {
namespace {

constexpr int kWidth = 30;
constexpr std::string_view kEraseLine = "\r\x1b[K";

}  // namespace

ProgressBar::ProgressBar(std::string_view unit) : terminal_(::isatty(STDERR_FILENO) != 0) {
    if (!unit.empty()) unit_.append(" ").append(unit);
}

ProgressBar::~ProgressBar() {
    if (shown_percent_ >= 0) std::cerr << kEraseLine << std::flush;
}

void ProgressBar::show(std::size_t done, std::size_t total) {
    if (!terminal_ || total == 0) return;
    int percent = static_cast<int>(done * 100 / total);
    if (percent == shown_percent_) return;
    shown_percent_ = percent;
    auto filled = static_cast<std::size_t>(percent * kWidth / 100);
    std::string bar;
    for (std::size_t i = 0; i < kWidth; ++i) bar += i < filled ? "█" : "░";
    std::cerr << kEraseLine << bar << " " << percent << " % (" << done << "/" << total << unit_
              << ")" << std::flush;
}

}  // namespace okienko::cli
