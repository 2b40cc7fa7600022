#pragma once

#include <string>
#include <string_view>

#include "language/language.hpp"

namespace okienko::language {

/// Puts texts in the order of a language's dictionary (CLDR collation through ICU): in Polish ą
/// follows every a, ł every l, and capital letters stand beside small ones. As in a printed index,
/// quotation marks and spaces at the beginning do not count, so „Akademia” stands under A, exactly
/// where index_letter() puts it.
///
/// Cheap to make and to copy: every Collator of a language reads one shared set of rules, made at
/// first use. Safe to use from many threads at once: the rules are never changed after they are
/// made, and ICU's comparison and sort keys work on the caller's stack only.
class Collator {
  public:
    explicit Collator(Language language);

    /// Negative, zero or positive as `a` stands before, with or after `b`. Zero does not mean the
    /// same bytes („Klub” and Klub are equal): where the order must be total, compare again.
    [[nodiscard]] int compare(std::string_view a, std::string_view b) const;

    /// Bytes that compare (as std::string or a BLOB in SQLite) the way the texts do. Meant for
    /// sorting many texts and for storing beside them; valid for one version of ICU only.
    [[nodiscard]] std::string sort_key(std::string_view text) const;

  private:
    struct Rules;
    const Rules* rules_;  // lives until the program ends
};

/// The heading of an A–Z index under which a text belongs: its first letter, upper-case, after any
/// quotation marks and spaces.
/// - A letter of the language's alphabet is its own heading: Ł, Ś, Ż in Polish, Ґ, Ї in Ukrainian.
///   A–Z counts as part of every alphabet (Latin names appear in Ukrainian lists too).
/// - A foreign letter goes to its base letter: É to E; in English also Ł to L.
/// - A digit gives "0–9"; anything else, an empty text too, gives "#".
/// Sorting with Collator keeps the texts of one letter together, but "#" may come at both ends.
[[nodiscard]] std::string index_letter(std::string_view text, Language language);

}  // namespace okienko::language
