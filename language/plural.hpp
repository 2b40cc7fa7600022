#pragma once

#include <cstdint>
#include <string_view>

#include "language/language.hpp"

namespace okienko::language {

/// The plural categories our languages use (CLDR, UTS #35 part 3, "Language Plural Rules").
enum class PluralForm { One, Few, Many, Other };

/// Which form of a noun a whole count takes. Polish: 1 usługa (One), 2 usługi (Few), 5 usług
/// (Many); `Other` is left to fractions. English knows One and Other only. A negative count takes
/// the form of its absolute value. Safe to call from many threads.
[[nodiscard]] PluralForm plural_form(Language language, std::int64_t count);

/// CLDR's name of the form, the key in translation files: "one", "few", "many", "other".
[[nodiscard]] std::string_view key(PluralForm form);

}  // namespace okienko::language
