#pragma once

#include "generator/live_site.hpp"

namespace okienko::fuzz {

/// The demo centre as its sources stand, read once.
const std::shared_ptr<const generator::LiveSite>& demo_site();

}  // namespace okienko::fuzz
