#pragma once

#include <string_view>

namespace okienko::language {

inline constexpr std::string_view kNoBreakSpace = "\u00A0";
inline constexpr std::string_view kNarrowNoBreakSpace = "\u202F";

/// Leaves alone whatever is no letter of ASCII, a byte of a longer character too.
constexpr char lower_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Nothing to see: no characters, or only spaces, tabs and line ends.
constexpr bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace okienko::language
