#include "language/latin2.hpp"

#include <array>

#include "language/utf8.hpp"

namespace okienko::language {
namespace {

constexpr unsigned kFirst = 0xA0;

/// The characters of the bytes from 0xA0 on (ISO/IEC 8859-2:1999); those below are ASCII and
/// controls.
constexpr std::array<char16_t, 96> kUpperHalf{
    0x00A0, 0x0104, 0x02D8, 0x0141, 0x00A4, 0x013D, 0x015A, 0x00A7, 0x00A8, 0x0160, 0x015E, 0x0164,
    0x0179, 0x00AD, 0x017D, 0x017B, 0x00B0, 0x0105, 0x02DB, 0x0142, 0x00B4, 0x013E, 0x015B, 0x02C7,
    0x00B8, 0x0161, 0x015F, 0x0165, 0x017A, 0x02DD, 0x017E, 0x017C, 0x0154, 0x00C1, 0x00C2, 0x0102,
    0x00C4, 0x0139, 0x0106, 0x00C7, 0x010C, 0x00C9, 0x0118, 0x00CB, 0x011A, 0x00CD, 0x00CE, 0x010E,
    0x0110, 0x0143, 0x0147, 0x00D3, 0x00D4, 0x0150, 0x00D6, 0x00D7, 0x0158, 0x016E, 0x00DA, 0x0170,
    0x00DC, 0x00DD, 0x0162, 0x00DF, 0x0155, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x013A, 0x0107, 0x00E7,
    0x010D, 0x00E9, 0x0119, 0x00EB, 0x011B, 0x00ED, 0x00EE, 0x010F, 0x0111, 0x0144, 0x0148, 0x00F3,
    0x00F4, 0x0151, 0x00F6, 0x00F7, 0x0159, 0x016F, 0x00FA, 0x0171, 0x00FC, 0x00FD, 0x0163, 0x02D9,
};

/// The byte of a character, or nothing.
std::optional<char> byte_of(char32_t character) {
    if (character < kFirst) {
        if (character >= 0x80) return std::nullopt;
        return static_cast<char>(character);
    }
    for (unsigned i = 0; i < kUpperHalf.size(); ++i) {
        if (kUpperHalf[i] == character) return static_cast<char>(kFirst + i);
    }
    return std::nullopt;
}

constexpr char lower(char letter) {
    auto byte = static_cast<unsigned char>(letter);
    // From 0xA1 to 0xAF capitals stand 0x10 before their small letters, from 0xC0 to 0xDE 0x20.
    constexpr std::string_view kAccents = "\xA2\xA4\xA7\xA8\xAD";
    if (letter >= 'A' && letter <= 'Z') return static_cast<char>(letter - 'A' + 'a');
    if (byte >= 0xC0 && byte <= 0xDE && byte != 0xD7) return static_cast<char>(byte + 0x20);
    bool capital = byte >= 0xA1 && byte <= 0xAF && kAccents.find(letter) == std::string_view::npos;
    return capital ? static_cast<char>(byte + 0x10) : letter;
}

/// Of every byte: a dictionary has five million.
constexpr auto kLower = [] {
    std::array<char, 256> small{};
    for (std::size_t i = 0; i < small.size(); ++i) small[i] = lower(static_cast<char>(i));
    return small;
}();

}  // namespace

void lower_latin2(std::span<char> text) {
    for (auto& letter : text) letter = kLower[static_cast<unsigned char>(letter)];
}

std::optional<std::string> to_lower_latin2(std::string_view text) {
    std::string encoded;
    encoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto byte = byte_of(next_character(text, at));
        if (!byte) return std::nullopt;
        encoded += *byte;
    }
    lower_latin2(encoded);
    return encoded;
}

std::string from_latin2(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size() + text.size() / 4);
    for (char letter : text) {
        auto byte = static_cast<unsigned char>(letter);
        char32_t character = byte < kFirst ? byte : kUpperHalf[byte - kFirst];
        if (character < 0x80) {
            decoded += letter;
        } else {
            decoded += static_cast<char>(0xC0 | (character >> 6));
            decoded += static_cast<char>(0x80 | (character & 0x3F));
        }
    }
    return decoded;
}

}  // namespace okienko::language
