#include "language/folding.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <array>
#include <cstddef>

#include "language/characters.hpp"
#include "language/icu.hpp"
#include "language/utf8.hpp"

namespace okienko::language {

namespace {

constexpr UChar32 kFirstNonAscii = 0x80;
constexpr UChar32 kLatinEnd = 0x250;  // Latin-1 Supplement, Latin Extended-A and -B end here
constexpr UChar32 kCyrillicBegin = 0x400;
constexpr UChar32 kCyrillicEnd = 0x530;

const icu::Normalizer2& nfc_rules() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* rules = icu::Normalizer2::getNFCInstance(status);
    require_icu(status, "NFC");
    return *rules;
}

constexpr bool is_cyrillic(UChar32 c) {
    return c >= kCyrillicBegin && c < kCyrillicEnd;
}

void append_utf8(UChar32 c, std::string& out) {
    icu::UnicodeString(c).toUTF8String(out);
}

/// What Unicode does not decompose, by lower-case letter; null for everything else.
constexpr const char* spelled_out(UChar32 c) {
    switch (c) {
        case U'ł':
            return "l";
        case U'đ':
        case U'ð':
            return "d";
        case U'ø':
            return "o";
        case U'ħ':
            return "h";
        case U'ı':
            return "i";
        case U'ŋ':
            return "n";
        case U'ŧ':
            return "t";
        case U'ſ':
            return "s";
        case U'ß':
            return "ss";
        case U'æ':
            return "ae";
        case U'œ':
            return "oe";
        case U'þ':
            return "th";
        case U'\u00A0':  // no-break space
        case U'\u2007':  // figure space
        case U'\u202F':  // narrow no-break space
            return " ";
        case U'\u00AD':  // soft hyphen
            return "";
        default:
            return nullptr;
    }
}

/// Folds one character by Unicode's own data; slow, so only rare characters come here.
void append_folded(UChar32 c, std::string& out) {
    const UChar32 lower = u_tolower(c);
    icu::UnicodeString parts;
    if (is_cyrillic(lower) || nfc_rules().getDecomposition(lower, parts) == 0) {
        parts = lower;
    }
    for (int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
        const UChar32 part = parts.char32At(at);
        if (const char* spelling = spelled_out(part)) {
            out += spelling;
        } else if (u_charType(part) != U_NON_SPACING_MARK) {
            append_utf8(part, out);
        }
    }
}

using LatinTable = std::array<std::string, kLatinEnd - kFirstNonAscii>;

/// Nearly every accented letter we meet, folded beforehand.
const LatinTable& folded_latin() {
    static const LatinTable kFolded = [] {
        LatinTable table;
        for (UChar32 c = kFirstNonAscii; c < kLatinEnd; ++c) {
            append_folded(c, table[static_cast<std::size_t>(c - kFirstNonAscii)]);
        }
        return table;
    }();
    return kFolded;
}

/// A mark after a Cyrillic letter may make another letter of it (и and a breve are й): then that
/// letter, the last of `out`, is replaced. Returns the letter now last.
UChar32 add_mark_to_cyrillic(UChar32 letter, UChar32 mark, std::string& out) {
    const UChar32 composed = nfc_rules().composePair(letter, mark);
    if (!is_cyrillic(composed)) {
        return letter;
    }
    out.resize(out.size() - 2);  // Cyrillic letters are two bytes each
    append_utf8(composed, out);
    return composed;
}

/// Folds `text` from `begin` on behind what `out` already has.
void append_folded(std::string_view text, std::size_t begin, std::string& out) {
    UChar32 cyrillic = 0;  // the Cyrillic letter just written, or 0
    for (std::size_t at = begin; at < text.size();) {
        const auto c = static_cast<UChar32>(next_character(text, at));
        if (c < kFirstNonAscii) {
            out += lower_ascii(static_cast<char>(c));
        } else if (c < kLatinEnd) {
            out += folded_latin()[static_cast<std::size_t>(c - kFirstNonAscii)];
        } else if (cyrillic != 0 && u_charType(c) == U_NON_SPACING_MARK) {
            cyrillic = add_mark_to_cyrillic(cyrillic, c, out);
            continue;
        } else {
            append_folded(c, out);
        }
        cyrillic = is_cyrillic(c) ? u_tolower(c) : 0;
    }
}

}  // namespace

std::string fold(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size() && static_cast<unsigned char>(text[at]) < kFirstNonAscii) {
        folded += lower_ascii(text[at]);
        ++at;
    }
    append_folded(text, at, folded);
    return folded;
}

}  // namespace okienko::language
