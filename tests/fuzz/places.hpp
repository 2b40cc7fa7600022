#pragma once

#include <string_view>

#include "model/problem.hpp"

namespace okienko::fuzz {

/// Every problem stands somewhere in the text where its editor can look: not behind its last line,
/// nor behind the end of a line.
void require_places_within(std::string_view text, const model::Problems& problems);

}  // namespace okienko::fuzz
