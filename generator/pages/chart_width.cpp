#include "generator/pages/chart_width.hpp"

#include <algorithm>

namespace okienko::generator {

std::string chart_width(std::int64_t part, std::int64_t whole) {
    if (whole <= 0 || part <= 0) return "0%";
    auto thousandths = (std::min(part, whole) * 1000 + whole / 2) / whole;
    auto text = std::to_string(thousandths / 10);
    if (thousandths % 10 != 0) text += "." + std::to_string(thousandths % 10);
    return text + "%";
}

}  // namespace okienko::generator
