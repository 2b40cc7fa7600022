#pragma once

#include <string>
#include <string_view>

namespace okienko::generator {

/// Text as it may stand in HTML or XML, between tags and in quoted attributes: & < > " escaped.
std::string escape_markup(std::string_view text);

/// The same, added to the end of `out`.
void append_escaped(std::string& out, std::string_view text);

/// An e-mail address or a URL as HTML. Where it is too long for a line, it breaks before an @ or a
/// dot, so that no letter is lost from its word: <wbr> is in no copy and in no voice.
std::string breakable_address(std::string_view address);

}  // namespace okienko::generator
