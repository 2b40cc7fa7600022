#pragma once

#include <string>
#include <string_view>

#include "language/language.hpp"

namespace okienko::language {

/// Makes the spaces that must not break a line into no-break spaces (U+00A0). Nothing else changes,
/// so words, e-mail addresses and URLs stay as typed, and typesetting twice equals once. Only a
/// single space is replaced, never a run of spaces or a line end.
///
/// In every language, between:
/// - a number and its unit: "8 h", "500 zł", "5 %", "20 zł/h"; the groups of a number: "12 345",
/// "99 900 10 20";
/// - the day and the month's name: "5 marca", "5 March".
///
/// In Polish also (requirements.md §3, "sierotki"):
/// - after the words a, i, o, u, w, z, in either case, one after another too ("i w domu"), but not
///   before a word so long that with it no telephone's heading could hold the line;
/// - after ul., al., pl., os., nr, art., ust., pkt, lit., poz., str., tel., godz., św., §;
/// - before "r." after a year, inside "Dz. U.", after an initial ("J. Kowalska").
///
/// A space that ends the text counts as one before an unknown word: a text node "mieszkasz w "
/// before <strong> keeps its orphan too.
///
/// Meant for text nodes: not for code, attributes or a search index. Linear, without ICU: it runs
/// over every text of the site. Safe to call from many threads.
[[nodiscard]] std::string typeset(std::string_view text, Language language);

}  // namespace okienko::language
