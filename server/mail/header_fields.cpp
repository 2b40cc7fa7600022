#include "server/mail/header_fields.hpp"

#include <algorithm>

#include "language/utf8.hpp"
#include "server/mail/quoted_printable.hpp"

namespace okienko::server {
namespace {

constexpr std::size_t kLongestLine = 76;
constexpr std::string_view kWordBegin = "=?UTF-8?Q?";
constexpr std::string_view kWordEnd = "?=";

/// A character and the bytes that it has in well-formed UTF-8.
struct Letter {
    char32_t character;
    std::string_view bytes;
};

/// Takes the first character off the text.
Letter take_letter(std::string_view& text) {
    std::size_t size = 0;
    const auto character = language::next_character(text, size);
    const auto bytes = character == 0xFFFD ? "\xEF\xBF\xBD" : text.substr(0, size);
    text.remove_prefix(size);
    return {character, bytes};
}

std::string one_line(std::string_view text) {
    std::string line;
    while (!text.empty()) {
        const auto [character, bytes] = take_letter(text);
        const bool harmful = language::is_control(character) ||
                             language::is_line_separator(character) ||
                             language::is_invisible(character);
        line += harmful ? " " : bytes;
    }
    return line;
}

/// Whether the text means itself when it stands in a header as it is.
bool is_plain(std::string_view line) {
    return line.find(kWordBegin.substr(0, 2)) == std::string_view::npos && !line.starts_with(' ') &&
           !line.ends_with(' ') &&
           std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// Safe in a display name, too, where RFC 2047 §5 allows the least.
bool stands_for_itself_in_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view{"!*+-/"}.find(c) != std::string_view::npos;
}

std::string encoded(std::string_view letter) {
    if (letter == " ") return "_";
    std::string text;
    for (const char byte : letter)
        text += stands_for_itself_in_name(byte) ? std::string{byte} : hex(byte);
    return text;
}

/// The text in encoded words, the first of which begins at `column` of its line. No character is
/// split between words; programs join the words without the folds between them.
std::string encoded_words(std::string_view line, std::size_t column) {
    std::string words{kWordBegin};
    column += kWordBegin.size();
    while (!line.empty()) {
        const auto letter = encoded(take_letter(line).bytes);
        if (column + letter.size() + kWordEnd.size() > kLongestLine) {
            words.append(kWordEnd).append("\r\n ").append(kWordBegin);
            column = 1 + kWordBegin.size();
        }
        words += letter;
        column += letter.size();
    }
    return words.append(kWordEnd);
}

std::string quoted_string(std::string_view line) {
    std::string text = "\"";
    for (const char c : line) {
        if (c == '"' || c == '\\') text += '\\';
        text += c;
    }
    return text + '"';
}

std::size_t last_line_length(std::string_view text) {
    const auto line_end = text.rfind('\n');
    return line_end == std::string_view::npos ? text.size() : text.size() - line_end - 1;
}

}  // namespace

std::string plain_field(std::string_view name, std::string_view value) {
    return std::string{name}.append(": ").append(value).append("\r\n");
}

std::string text_field(std::string_view name, std::string_view text) {
    const auto line = one_line(text);
    const auto begin = std::string{name} + ": ";
    const bool plain = is_plain(line) && begin.size() + line.size() <= kLongestLine;
    return begin + (plain ? line : encoded_words(line, begin.size())) + "\r\n";
}

std::string mailbox_field(std::string_view field,
                          std::string_view name,
                          const MailAddress& address) {
    const auto line = one_line(name);
    auto text = std::string{field} + ": ";
    if (line.empty()) return text + address.text() + "\r\n";
    const auto name_in_quotes = quoted_string(line);
    const bool plain = is_plain(line) && text.size() + name_in_quotes.size() <= kLongestLine;
    text += plain ? name_in_quotes : encoded_words(line, text.size());
    const auto in_brackets = "<" + address.text() + ">";
    const bool fits = last_line_length(text) + 1 + in_brackets.size() <= kLongestLine;
    return text + (fits ? " " : "\r\n ") + in_brackets + "\r\n";
}

}  // namespace okienko::server
