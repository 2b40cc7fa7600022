#include "search/tokens.hpp"

namespace okienko::search {
namespace {

constexpr unsigned char byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

constexpr bool is_ascii_word(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// How many bytes the character at `at` has when it belongs to a word, else 0. Of what is not
/// ASCII, all is letters but Latin-1's signs, "×" and "÷", and from General Punctuation up to the
/// symbols (U+2000 to U+2FFF), and all that needs four bytes.
std::size_t word_bytes(std::string_view text, std::size_t at) {
    auto c = byte_at(text, at);
    if (c < 0x80) return is_ascii_word(c) ? 1 : 0;
    if (c < 0xC3 || c == 0xE2 || c >= 0xF0) return 0;
    std::size_t size = c < 0xE0 ? 2 : 3;
    if (at + size > text.size()) return 0;
    if (c == 0xC3 && (byte_at(text, at + 1) == 0x97 || byte_at(text, at + 1) == 0xB7)) return 0;
    return size;
}

}  // namespace

Token next_token(std::string_view text, std::size_t& at) {
    while (at < text.size() && word_bytes(text, at) == 0) {
        bool link = text[at] == ']' && at + 1 < text.size() && text[at + 1] == '(';
        auto end = link ? text.find(')', at) : std::string_view::npos;
        at = end == std::string_view::npos ? at + 1 : end;
    }
    Token token{at, at};
    while (at < text.size()) {
        auto size = word_bytes(text, at);
        if (size == 0) break;
        at += size;
    }
    token.end = at;
    return token;
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        auto token = next_token(text, at);
        if (token.end > token.begin) tokens.push_back(token);
    }
    return tokens;
}

}  // namespace okienko::search
