#pragma once

#include <string>
#include <string_view>

namespace okienko::language {

/// The text as a search compares it, so that "ŻŁOBEK", "żłobek" and "zlobek" are one word:
/// lower-case, accents removed (canonical decomposition without its nonspacing marks), and letters
/// that only look accented spelled out: ł→l, đ→d, ø→o, ß→ss, æ→ae, œ→oe, þ→th.
/// Cyrillic letters are only lower-cased: й, ї and ґ are letters of their own, not и, і, г with a
/// mark; but a stress mark goes. No-break spaces become spaces and soft hyphens vanish. Digits
/// and punctuation stay; other scripts lose case and accents the same way. Invalid UTF-8 becomes
/// U+FFFD. Folding a folded text changes nothing.
[[nodiscard]] std::string fold(std::string_view text);

}  // namespace okienko::language
