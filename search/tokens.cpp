#include "search/tokens.hpp"

#include <array>
#include <cstdint>

namespace okienko::search {
namespace {

constexpr unsigned char byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

/// How many bytes a character that begins with this byte has when it belongs to a word, else 0. Of
/// what is not ASCII, all is letters but Latin-1's signs, and from General Punctuation up to the
/// symbols (U+2000 to U+2FFF), and all that needs four bytes.
constexpr auto kWordBytes = [] {
    std::array<std::uint8_t, 256> bytes{};
    for (unsigned char c = '0'; c <= '9'; ++c) bytes[c] = 1;
    for (unsigned char c = 'a'; c <= 'z'; ++c) bytes[c] = 1;
    for (unsigned char c = 'A'; c <= 'Z'; ++c) bytes[c] = 1;
    for (unsigned c = 0xC3; c < 0xE0; ++c) bytes[c] = 2;
    for (unsigned c = 0xE0; c < 0xF0; ++c) bytes[c] = c == 0xE2 ? 0 : 3;
    return bytes;
}();

/// Of the character at `at`. "×" and "÷" stand among the letters, but are none.
std::size_t word_bytes(std::string_view text, std::size_t at) {
    std::size_t size = kWordBytes[byte_at(text, at)];
    if (size <= 1) return size;
    if (at + size > text.size()) return 0;
    bool sign = byte_at(text, at) == 0xC3 &&
                (byte_at(text, at + 1) == 0x97 || byte_at(text, at + 1) == 0xB7);
    return sign ? 0 : size;
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
