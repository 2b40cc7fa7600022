#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace okienko::language {

/// Whether the text is well-formed UTF-8 (Unicode 15, table 3-7: no overlong forms, no surrogates,
/// nothing above U+10FFFF). Empty text is valid.
[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// The offset of the first byte that cannot begin or continue a well-formed character: the start
/// of the broken sequence, so that text before it is valid. Nothing when all is well.
[[nodiscard]] std::optional<std::size_t> first_invalid_byte(std::string_view text);

/// How many characters (code points) a valid UTF-8 text has: "żółw" has four. A letter typed as
/// base and combining mark counts as two; nfc() first makes it one.
[[nodiscard]] std::size_t character_count(std::string_view text);

/// The character (code point) at offset `at`, which moves past it; `at` must be inside the text. An
/// invalid byte counts as one U+FFFD.
[[nodiscard]] char32_t next_character(std::string_view text, std::size_t& at);

/// Control characters: C0 (line ends and tabs among them), DEL and C1.
[[nodiscard]] bool is_control(char32_t character);

/// U+2028 and U+2029, which end a line without looking like it.
[[nodiscard]] bool is_line_separator(char32_t character);

/// What nobody sees or types, and what can mislead whoever reads the text: marks that turn the
/// direction of writing (UAX #9), spaces without width, soft hyphens, tags (UTS #36). The joiners
/// that emoji and some scripts need are none of them.
[[nodiscard]] bool is_invisible(char32_t character);

/// The text in Unicode Normalization Form C (UAX #15), the form all stored text has. Files written
/// on macOS come decomposed. Invalid bytes become U+FFFD only if the text had to be changed.
[[nodiscard]] std::string nfc(std::string_view text);

}  // namespace okienko::language
