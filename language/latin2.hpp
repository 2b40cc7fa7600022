#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace okienko::language {

/// ISO 8859-2, one byte a letter: the encoding of the Polish dictionary.
/// Makes small letters of capitals.
void lower_latin2(std::span<char> text);

/// From UTF-8, in lower case; nothing when a character is not in ISO 8859-2.
[[nodiscard]] std::optional<std::string> to_lower_latin2(std::string_view text);

/// To UTF-8.
[[nodiscard]] std::string from_latin2(std::string_view text);

}  // namespace okienko::language
