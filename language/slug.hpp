#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace okienko::language {

/// Slugs become file names and last parts of addresses; file systems stop at 255 bytes.
inline constexpr std::size_t kMaxSlugLength = 120;

/// A slug made of a title: "Jak skorzystać?" → "jak-skorzystac". Polish and other Latin letters
/// lose their accents, Ukrainian is romanised as in passports (resolution of the Cabinet of
/// Ministers of Ukraine no. 55 of 27 January 2010), apostrophes vanish, and every run of other
/// characters becomes one hyphen. A long title is cut at a hyphen.
/// The result is words of a–z and 0–9 joined by single hyphens, 1 to kMaxSlugLength characters; a
/// title with nothing to keep ("???") gives "sekcja".
/// Different titles may give the same slug.
[[nodiscard]] std::string slugify(std::string_view title);

}  // namespace okienko::language
