#pragma once

#include <string>
#include <string_view>

#include "search/search_index.hpp"

namespace okienko::server {

/// What an address asks for: "q=wozek&rodzaj=service". Whatever stands there, there is a question:
/// what cannot be read counts as not said. The text is one line of valid UTF-8.
search::Question question_in(std::string_view query, language::Language page);

/// The value of a parameter, or nothing. "+" is a space; a "%" without its digits is itself.
std::string parameter_in(std::string_view query, std::string_view name);

}  // namespace okienko::server
