#include "language/collation.hpp"

#include <unicode/coll.h>
#include <unicode/uchar.h>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "language/folding.hpp"
#include "language/icu.hpp"
#include "language/utf8.hpp"

namespace okienko::language {

namespace {

constexpr UChar32 kByteOrderMark = 0xFEFF;

/// Upper-case letters with a heading of their own beside A–Z.
std::u32string_view own_letters(Language language) {
    switch (language) {
        case Language::Polish:
            return U"ĄĆĘŁŃÓŚŹŻ";
        case Language::English:
            return U"";
        case Language::Ukrainian:
            return U"АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ";
    }
    return {};
}

bool does_not_count(UChar32 c) {
    return u_isUWhiteSpace(c) != 0 || u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK) != 0 ||
           c == kByteOrderMark;
}

std::string_view without_leading_marks(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t start = at;
        if (!does_not_count(static_cast<UChar32>(next_character(text, at)))) {
            return text.substr(start);
        }
    }
    return {};
}

icu::StringPiece piece(std::string_view text) {
    return {text.data(), static_cast<int32_t>(text.size())};
}

bool has_heading(UChar32 upper, Language language) {
    return (upper >= 'A' && upper <= 'Z') ||
           own_letters(language).find(static_cast<char32_t>(upper)) != std::u32string_view::npos;
}

/// The upper-case first character, or 0 for an empty text.
UChar32 first_upper(std::string_view text) {
    std::size_t at = 0;
    return text.empty() ? 0 : u_toupper(static_cast<UChar32>(next_character(text, at)));
}

std::string character_text(UChar32 c) {
    return to_utf8(icu::UnicodeString(c));
}

}  // namespace

/// One language's rules. A separate type so that the header need not know ICU.
struct Collator::Rules {
    explicit Rules(Language language) {
        UErrorCode status = U_ZERO_ERROR;
        collator.reset(icu::Collator::createInstance(icu_locale(language), status));
        require_icu_data(status, language, "collation");
    }

    std::unique_ptr<const icu::Collator> collator;
};

Collator::Collator(Language language) : rules_(&one_per_language<Rules>(language)) {}

int Collator::compare(std::string_view a, std::string_view b) const {
    UErrorCode status = U_ZERO_ERROR;
    const UCollationResult order = rules_->collator->compareUTF8(
        piece(without_leading_marks(a)), piece(without_leading_marks(b)), status);
    require_icu(status, "comparison");
    return order;
}

std::string Collator::sort_key(std::string_view text) const {
    constexpr std::int32_t kUsualKeySize = 256;
    const icu::UnicodeString wide = to_utf16(without_leading_marks(text));
    std::array<std::uint8_t, kUsualKeySize> usual;
    auto size = rules_->collator->getSortKey(wide, usual.data(), kUsualKeySize);
    if (size <= kUsualKeySize) return {usual.begin(), usual.begin() + size - 1};
    std::vector<std::uint8_t> key(static_cast<std::size_t>(size));
    size = rules_->collator->getSortKey(wide, key.data(), size);
    return {key.begin(), key.begin() + size - 1};  // ICU ends a key with a zero byte
}

std::string index_letter(std::string_view text, Language language) {
    // Composed first: "S" and a combining acute are the one letter Ś. A name's first few letters
    // would do, but names are short.
    const std::string composed = nfc(without_leading_marks(text));
    const UChar32 letter = first_upper(composed);
    if (has_heading(letter, language)) {
        return character_text(letter);
    }
    if (u_isdigit(letter) != 0) {
        return "0–9";
    }
    const UChar32 base = first_upper(fold(character_text(letter)));
    return has_heading(base, language) && u_isalpha(letter) != 0 ? character_text(base) : "#";
}

}  // namespace okienko::language
