#include "language/typography.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "language/byte_scan.hpp"
#include "language/characters.hpp"
#include "language/typography_words.hpp"

namespace okienko::language {

namespace {

constexpr std::size_t kLongestAbbreviation = 5;
constexpr std::size_t kLongestBoundWord = 16;  ///< In bytes.

/// Most of them differ in how long they are, or in their first letter.
template <class Words>
constexpr bool contains(const Words& words, std::string_view word) {
    if (word.empty()) return false;
    return std::any_of(words.begin(), words.end(), [word](std::string_view each) {
        return each.size() == word.size() && each.front() == word.front() && each == word;
    });
}

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_digit);
}

constexpr bool is_alphanumeric_ascii(char c) {
    return is_digit(c) || (lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z');
}

/// Cuts every one of `marks` that the text begins (or ends) with.
template <std::size_t kCount>
constexpr std::string_view without_prefixes(std::string_view text,
                                            const std::array<std::string_view, kCount>& marks) {
    // The usual case first.
    if (!text.empty() && is_alphanumeric_ascii(text.front())) return text;
    for (std::size_t i = 0; i < kCount;) {
        if (text.starts_with(marks[i])) {
            text.remove_prefix(marks[i].size());
            i = 0;
        } else {
            ++i;
        }
    }
    return text;
}

template <std::size_t kCount>
constexpr std::string_view without_suffixes(std::string_view text,
                                            const std::array<std::string_view, kCount>& marks) {
    // The usual case first.
    if (!text.empty() && is_alphanumeric_ascii(text.back())) return text;
    for (std::size_t i = 0; i < kCount;) {
        if (text.ends_with(marks[i])) {
            text.remove_suffix(marks[i].size());
            i = 0;
        } else {
            ++i;
        }
    }
    return text;
}

std::string_view without_opening(std::string_view word) {
    static constexpr std::array<std::string_view, 7> kOpening{"(", "[", "\"", "'", "„", "“", "«"};
    return without_prefixes(word, kOpening);
}

std::string_view without_closing(std::string_view word) {
    static constexpr std::array<std::string_view, 11> kClosing{
        ",", ";", ":", "!", "?", ")", "]", "\"", "”", "»", "…"};
    return without_suffixes(word, kClosing);
}

std::string_view without_closing_and_dots(std::string_view word) {
    static constexpr std::array<std::string_view, 12> kClosing{
        ".", ",", ";", ":", "!", "?", ")", "]", "\"", "”", "»", "…"};
    return without_suffixes(word, kClosing);
}

/// "12", "-3,5", "2025/2026", "10–12": digits and the marks between them.
bool is_number(std::string_view word) {
    while (!word.empty()) {
        if (is_digit(word.front()) || std::string_view(",.:/+-").find(word.front()) != word.npos) {
            word.remove_prefix(1);
        } else if (word.starts_with("–") || word.starts_with("−")) {
            word.remove_prefix(std::string_view("–").size());
        } else {
            return false;
        }
    }
    return true;
}

bool is_unit(std::string_view word, Language language) {
    word = without_closing_and_dots(word.substr(0, word.find('/')));  // "zł/h" is as good as "zł"
    return contains(kUnits, word) ||
           (language == Language::English && contains(kEnglishUnits, word)) ||
           (language == Language::Ukrainian && contains(kUkrainianUnits, word));
}

const Months& months_of(Language language) {
    switch (language) {
        case Language::English:
            return kEnglishMonths;
        case Language::Ukrainian:
            return kUkrainianMonths;
        case Language::Polish:
            break;
    }
    return kPolishMonths;
}

/// A day may end a range ("10–12 marca"), so only the last run of digits is looked at.
bool is_day_of_month(std::string_view number) {
    const auto first = std::find_if_not(number.rbegin(), number.rend(), is_digit).base();
    const std::string_view day(first, number.end());
    return day.size() <= 2 && day != "0" && day != "00" && (day.size() < 2 || day <= "31");
}

/// "12" before "345", "345,00" or "345."; in a phone number "900" before "10", "10" before "20".
bool is_next_group(std::string_view number, std::string_view word) {
    const auto group = without_closing_and_dots(word.substr(0, word.find(',')));
    const auto digits = number.substr(number.starts_with('+') ? 1 : 0);
    const bool group_of_phone = group.size() == 2 && digits.size() >= 2;
    return digits.size() <= 3 && all_digits(digits) && all_digits(group) &&
           (group.size() == 3 || group_of_phone) && is_number(without_closing(word));
}

bool binds_number(std::string_view number, std::string_view right, Language language) {
    if (right.empty() || !is_number(number)) {
        return false;
    }
    return is_unit(right, language) || is_next_group(number, right) ||
           (language == Language::Polish && without_closing(right) == "r.") ||
           (is_day_of_month(number) &&
            contains(months_of(language), without_closing_and_dots(right)));
}

constexpr bool is_single_letter_word(std::string_view word) {
    return word.size() == 1 &&
           std::string_view("aiouwz").find(lower_ascii(word.front())) != std::string_view::npos;
}

bool is_abbreviation_before_name(std::string_view word) {
    if (word.ends_with(':')) {
        word.remove_suffix(1);  // "tel.: 99 900 10 20"
    }
    if (word == "§" || word == "Św.") {
        return true;
    }
    return std::any_of(
        kAbbreviationsBeforeName.begin(), kAbbreviationsBeforeName.end(), [word](auto known) {
            return std::equal(
                word.begin(), word.end(), known.begin(), known.end(), [](char a, char b) {
                    return lower_ascii(a) == b;
                });
        });
}

/// The length of the upper-case Polish letter at the start of `word`, or 0.
std::size_t capital_length(std::string_view word) {
    static constexpr std::array<std::string_view, 9> kCapitals{
        "Ą", "Ć", "Ę", "Ł", "Ń", "Ó", "Ś", "Ź", "Ż"};
    if (!word.empty() && word.front() >= 'A' && word.front() <= 'Z') {
        return 1;
    }
    return contains(kCapitals, word.substr(0, 2)) ? 2 : 0;
}

bool is_initial(std::string_view word) {
    const std::size_t letter = capital_length(word);
    return letter != 0 && word.substr(letter) == ".";
}

/// A quick look before the lists: nr and pkt, a dot, "tel.:", and the last byte of §.
constexpr bool may_end_binding_word(char last) {
    const char lower = lower_ascii(last);
    return last == '.' || last == ':' || lower == 'r' || lower == 't' ||
           last == std::string_view("§").back();
}

bool binds_polish_word(std::string_view left, std::string_view right) {
    constexpr std::size_t kRoomForOpeningMarks = 8;
    if (left.size() > kLongestAbbreviation + kRoomForOpeningMarks) {
        return false;
    }
    left = without_opening(left);
    if (left.size() > 1 && !may_end_binding_word(left.back())) {
        return false;
    }
    return (is_single_letter_word(left) && right.size() <= kLongestBoundWord) ||
           is_abbreviation_before_name(left) ||
           (left == "Dz." && (right.starts_with("U.") || right.starts_with("Urz."))) ||
           (is_initial(left) && capital_length(right) != 0);
}

/// Whether a line must not break between two neighbouring words. Every rule knows whole words, so
/// none can match an e-mail address or a URL.
bool stay_together(std::string_view left, std::string_view right, Language language) {
    if (left.empty()) {
        return false;
    }
    if (is_digit(left.back())) {
        return binds_number(without_opening(left), right, language);
    }
    return language == Language::Polish && binds_polish_word(left, right);
}

/// Bytes that may begin white space, and that may end it; all others are passed over with one look.
using Bytes = std::array<bool, 256>;
constexpr Bytes spaces_with(char no_break, char narrow_no_break) {
    Bytes bytes{};
    for (const char c : {' ', '\n', '\t', '\r', no_break, narrow_no_break}) {
        bytes[static_cast<unsigned char>(c)] = true;
    }
    return bytes;
}
constexpr Bytes kMayBeginSpace = spaces_with(kNoBreakSpace.front(), kNarrowNoBreakSpace.front());
constexpr Bytes kMayEndSpace = spaces_with(kNoBreakSpace.back(), kNarrowNoBreakSpace.back());

bool may_begin_space(char c) {
    return kMayBeginSpace[static_cast<unsigned char>(c)];
}

bool may_end_space(char c) {
    return kMayEndSpace[static_cast<unsigned char>(c)];
}

/// The length of the white space at `at`: 0 inside a word. No-break spaces part words as well.
std::size_t space_length(std::string_view text, std::size_t at) {
    if (!may_begin_space(text[at])) {
        return 0;
    }
    if (text[at] == kNoBreakSpace.front()) {
        return text.substr(at).starts_with(kNoBreakSpace) ? kNoBreakSpace.size() : 0;
    }
    if (text[at] == kNarrowNoBreakSpace.front()) {
        return text.substr(at).starts_with(kNarrowNoBreakSpace) ? kNarrowNoBreakSpace.size() : 0;
    }
    return 1;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
    while (at < text.size() && (!may_begin_space(text[at]) || space_length(text, at) == 0)) {
        ++at;
    }
    return at;
}

/// The word that ends at `end`.
std::string_view word_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0) {
        if (!may_end_space(text[begin - 1])) {
            --begin;
            continue;
        }
        const auto head = text.substr(0, begin);
        if (head.ends_with(kNoBreakSpace) || head.ends_with(kNarrowNoBreakSpace)) break;
        if (space_length(text, begin - 1) == 1) break;
        --begin;
    }
    return text.substr(begin, end - begin);
}

std::string_view word_at(std::string_view text, std::size_t begin) {
    return text.substr(begin, end_of_word(text, begin) - begin);
}

/// Last bytes of the words that bind the next one.
constexpr auto kEndsBindingWord = [] {
    std::array<bool, 256> ends{};
    for (int byte = 0; byte < 256; ++byte) {
        const char last = static_cast<char>(byte);
        ends[static_cast<std::size_t>(byte)] =
            is_digit(last) || may_end_binding_word(last) || is_single_letter_word({&last, 1});
    }
    return ends;
}();

/// A quick look at the end of the word before the space at `space`: most words bind nothing.
bool may_bind(std::string_view text, std::size_t space) {
    if (space == 0) {
        return false;
    }
    const auto last = static_cast<unsigned char>(text[space - 1]);
    if (!kEndsBindingWord[last]) {
        return false;
    }
    const bool is_one_letter = space == 1 || !is_alphanumeric_ascii(text[space - 2]);
    return is_one_letter || is_digit(text[space - 1]) || may_end_binding_word(text[space - 1]);
}

/// Whether a line must not break at this space.
bool binds(std::string_view text, std::size_t space, Language language) {
    if (!may_bind(text, space)) {
        return false;
    }
    const std::size_t next = space + 1;
    const bool is_one_space = next == text.size() || space_length(text, next) == 0;
    return is_one_space && stay_together(word_before(text, space), word_at(text, next), language);
}

/// Calls `see` with the place of each space.
template <class See>
void each_space(std::string_view text, See see) {
    for (std::size_t at = 0; at < text.size(); at += SixteenBytes::kSize) {
        SixteenBytes{text, at}.equal_to(' ').each([&](std::size_t place) { see(at + place); });
    }
}

}  // namespace

std::string typeset(std::string_view text, Language language) {
    std::string set;
    set.reserve(text.size() + text.size() / 16);
    std::size_t copied = 0;
    each_space(text, [&](std::size_t space) {
        if (!binds(text, space, language)) return;
        set.append(text, copied, space - copied).append(kNoBreakSpace);
        copied = space + 1;
    });
    return set.append(text, copied);
}

}  // namespace okienko::language
