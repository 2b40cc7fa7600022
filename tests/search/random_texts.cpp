#include "tests/search/random_texts.hpp"

#include <utility>

namespace okienko::tests {
namespace {

using Parts = std::vector<std::string>;

const Parts kPolish{"a", "ą", "b",  "ć", "d", "e", "ę", "i", "k", "ł", "m",  "ń",  "o", "ó", "r",
                    "s", "ś", "sz", "t", "u", "w", "y", "z", "ź", "ż", "rz", "ch", "Ł", "Ż", "Ą"};
const Parts kCyrillic{
    "а", "б", "в", "г", "ґ", "д", "е", "є", "и", "і", "ї", "к", "л", "м", "н", "о", "п", "ь", "Я"};
const Parts kOperators{"\"",    "'",      "*",     "^",    "(",     ")",      "-",
                       "+",     ":",      " AND ", " OR ", " NOT ", " NEAR(", "NEAR/2 ",
                       "name:", "{a b}:", "\"\"",  "%",    "_",     ";--",    "\\"};
const Parts kSpaces{" ", "  ", "\t", "\n", "\r\n", "\xC2\xA0", ", ", ". "};
/// Combining marks, directions of writing, an emoji of many characters, the last character there
/// is.
const Parts kRarities{"\xCC\x81",
                      "\xE2\x80\xAE",
                      "\xE2\x80\x8B",
                      "👩‍👩‍👧",
                      "ﬁ",
                      "İ",
                      "ẞ",
                      "\xF4\x8F\xBF\xBF",
                      "\xEF\xBB\xBF",
                      "١٢٣",
                      "漢字",
                      "́́́"};

}  // namespace

RandomTexts::RandomTexts(std::vector<std::string> words, unsigned seed)
    : words_(std::move(words)), random_(seed) {}

std::string RandomTexts::word_with_errors() {
    auto word = any_of(words_);
    for (auto errors = below(3); errors > 0; --errors) {
        auto at = below(word.size() + 1);
        if (below(2) == 0) {
            word.insert(at, any_of(kPolish));
        } else {
            word.erase(at, 1);
        }
    }
    return word;
}

std::string RandomTexts::bytes() {
    std::string text;
    auto smallest = below(2) == 0 ? std::size_t{0} : std::size_t{0x80};
    for (auto size = 1 + below(8); size > 0; --size) {
        text += static_cast<char>(smallest + below(256 - smallest));
    }
    return text;
}

std::string RandomTexts::part() {
    switch (below(7)) {
        case 0:
            return word_with_errors();
        case 1:
            return any_of(kPolish);
        case 2:
            return any_of(kCyrillic);
        case 3:
            return any_of(kOperators);
        case 4:
            return any_of(kSpaces);
        case 5:
            return any_of(kRarities);
        default:
            return bytes();
    }
}

/// Half of them are of one alphabet, like what people type; the others are of anything.
std::string RandomTexts::next() {
    constexpr std::size_t kUsual = 14;
    constexpr std::size_t kLong = 2000;
    auto length = 1 + below(below(50) == 0 ? kLong : kUsual);
    std::string text;
    auto kind = below(6);
    for (; length > 0; --length) {
        switch (kind) {
            case 0:
                text += any_of(kPolish);
                break;
            case 1:
                text += any_of(kCyrillic);
                break;
            case 2:
                text += word_with_errors() + any_of(kSpaces);
                break;
            default:
                text += part();
                break;
        }
    }
    return text;
}

}  // namespace okienko::tests
