#pragma once

#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <unicode/utypes.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "language/language.hpp"

// What the files of this room share when they talk to ICU. Included by .cpp files only: no header
// of the room and no other room sees ICU.

namespace okienko::language {

/// The ICU locale whose CLDR data we use.
[[nodiscard]] icu::Locale icu_locale(Language language);

/// Throws std::runtime_error when an ICU call failed: a machine without ICU's data, or no memory.
/// `doing` names the call for the log.
void require_icu(UErrorCode status, std::string_view doing);

/// The same, and also refuses ICU's silent fall-back to the root locale, which would sort Ś after Z
/// and print "M03" for a month. English is excepted: its rules are the root's.
void require_icu_data(UErrorCode status, Language language, std::string_view doing);

/// Between our UTF-8 and ICU's UTF-16. Invalid bytes become U+FFFD.
[[nodiscard]] icu::UnicodeString to_utf16(std::string_view text);
[[nodiscard]] std::string to_utf8(const icu::UnicodeString& text);

/// ICU objects are expensive (up to milliseconds), so each is made once per language and kept.
/// `T` is constructed from a Language; initialisation is thread-safe, and afterwards only const
/// members may be called.
template <class T>
[[nodiscard]] const T& one_per_language(Language language) {
    static const std::array<T, kLanguages.size()> kAll{
        T{Language::Polish}, T{Language::English}, T{Language::Ukrainian}};
    return kAll[static_cast<std::size_t>(language)];
}

}  // namespace okienko::language
