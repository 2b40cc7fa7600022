#pragma once

#include <cstdint>
#include <string>

#include "language/language.hpp"

namespace okienko::language {

/// A whole number with the language's thousands separator (CLDR). Polish and Ukrainian group with a
/// no-break space, Polish only from five digits: "1234", "12 345". English: "1,234".
[[nodiscard]] std::string number(std::int64_t value, Language language);

/// An amount in złoty, given in grosze (hundredths): "12 zł" when whole, otherwise "12,50 zł"; a
/// no-break space stands before "zł" and between thousands. The currency is "zł" in every language,
/// as on the price lists a resident will see; only the digits are written the language's way
/// ("12.50 zł" in English).
[[nodiscard]] std::string money(std::int64_t hundredths, Language language);

/// A percentage given in hundredths of the whole, as people say it: percent(47.65) is "47,65%",
/// percent(50) is "50%". At most two decimals, halves rounded up, no space before the sign (CLDR).
[[nodiscard]] std::string percent(double percentage, Language language);

}  // namespace okienko::language
