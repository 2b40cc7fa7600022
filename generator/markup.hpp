#pragma once

#include <string>
#include <string_view>

namespace okienko::generator {

/// Text as it may stand in HTML or XML, between tags and in quoted attributes: & < > " escaped.
std::string escape_markup(std::string_view text);

/// The same, added to the end of `out`.
void append_escaped(std::string& out, std::string_view text);

}  // namespace okienko::generator
