#include "language/icu.hpp"

#include <stdexcept>

namespace okienko::language {

icu::Locale icu_locale(Language language) {
    // en_GB and not en: dates with the day first, as everywhere else in Poland.
    return icu::Locale(language == Language::English ? "en_GB" : code(language).data());
}

void require_icu(UErrorCode status, std::string_view doing) {
    if (U_FAILURE(status)) {
        throw std::runtime_error("ICU: " + std::string(doing) + ": " + u_errorName(status));
    }
}

void require_icu_data(UErrorCode status, Language language, std::string_view doing) {
    require_icu(status, doing);
    if (status == U_USING_DEFAULT_WARNING && language != Language::English) {
        throw std::runtime_error("ICU: " + std::string(doing) + ": no data for the language '" +
                                 std::string(code(language)) + "' on this machine");
    }
}

icu::UnicodeString to_utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

}  // namespace okienko::language
