#pragma once

#include <string>
#include <string_view>

namespace okienko::fuzz {

/// The body that a browser sends when somebody opens a page and sends its form (the first with the
/// method POST) as it stands there, without touching a field. For pages that our own templates
/// made.
std::string sent_untouched(std::string_view page);

}  // namespace okienko::fuzz
