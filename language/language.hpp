#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace okienko::language {

/// The languages a centre can publish in. Polish is the language of the office.
enum class Language { Polish, English, Ukrainian };

/// Every language, Polish first: the order of the language switcher and of tables.
inline constexpr std::array kLanguages{Language::Polish, Language::English, Language::Ukrainian};

/// The ISO 639-1 code, as in the `lang` attribute and in addresses: "pl", "en", "uk".
[[nodiscard]] std::string_view code(Language language);

/// The language of a code as written by code(); exact match, nothing for any other text.
[[nodiscard]] std::optional<Language> language_from_code(std::string_view code);

}  // namespace okienko::language
