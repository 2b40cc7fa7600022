#pragma once

#include <cstdint>
#include <string>

namespace okienko::generator {

/// How wide a bar of a chart is drawn, as SVG wants it: "47.6%" of the space for `whole`. Never
/// more than all of it; "0%" when there is nothing to compare with.
std::string chart_width(std::int64_t part, std::int64_t whole);

}  // namespace okienko::generator
