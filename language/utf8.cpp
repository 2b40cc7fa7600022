#include "language/utf8.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "language/icu.hpp"

namespace okienko::language {

namespace {

constexpr std::uint8_t byte_of(char c) {
    return static_cast<std::uint8_t>(c);
}

constexpr bool is_continuation(char c) {
    return (byte_of(c) & 0xC0U) == 0x80U;
}

/// What may follow a lead byte: how many bytes in all, and the narrower range of the second one
/// that keeps out overlong forms, surrogates and numbers beyond Unicode. Zero length: no lead byte.
struct Sequence {
    std::size_t length;
    std::uint8_t second_min;
    std::uint8_t second_max;
};

constexpr Sequence sequence_after(std::uint8_t lead) {
    if (lead < 0xC2) {
        return {lead < 0x80 ? 1U : 0U, 0, 0};
    }
    if (lead < 0xE0) {
        return {2, 0x80, 0xBF};
    }
    if (lead < 0xF0) {
        return {3,
                static_cast<std::uint8_t>(lead == 0xE0 ? 0xA0 : 0x80),
                static_cast<std::uint8_t>(lead == 0xED ? 0x9F : 0xBF)};
    }
    if (lead < 0xF5) {
        return {4,
                static_cast<std::uint8_t>(lead == 0xF0 ? 0x90 : 0x80),
                static_cast<std::uint8_t>(lead == 0xF4 ? 0x8F : 0xBF)};
    }
    return {0, 0, 0};
}

/// The length of the well-formed character at the start of `text`, or 0.
std::size_t valid_length(std::string_view text) {
    const Sequence sequence = sequence_after(byte_of(text.front()));
    if (sequence.length < 2) {
        return sequence.length;
    }
    if (text.size() < sequence.length || byte_of(text[1]) < sequence.second_min ||
        byte_of(text[1]) > sequence.second_max) {
        return 0;
    }
    const std::string_view rest = text.substr(2, sequence.length - 2);
    return std::all_of(rest.begin(), rest.end(), is_continuation) ? sequence.length : 0;
}

/// Skips eight ASCII bytes at a time: most of our text, and all of our markup, is ASCII.
std::size_t end_of_ascii_blocks(std::string_view text, std::size_t at) {
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    std::uint64_t block = 0;
    while (at + sizeof block <= text.size()) {
        std::memcpy(&block, text.data() + at, sizeof block);
        if ((block & kHighBits) != 0) {
            break;
        }
        at += sizeof block;
    }
    return at;
}

/// No character below U+0300 changes in NFC, and 0xCC is the lead byte of U+0300.
bool is_nfc_at_a_glance(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return byte_of(c) < 0xCC; });
}

}  // namespace

std::optional<std::size_t> first_invalid_byte(std::string_view text) {
    std::size_t at = end_of_ascii_blocks(text, 0);
    while (at < text.size()) {
        const std::size_t length = valid_length(text.substr(at));
        if (length == 0) {
            return at;
        }
        at += length;
        if (length == 1) {
            at = end_of_ascii_blocks(text, at);
        }
    }
    return std::nullopt;
}

bool is_valid_utf8(std::string_view text) {
    return !first_invalid_byte(text).has_value();
}

std::size_t character_count(std::string_view text) {
    const auto continuations = std::count_if(text.begin(), text.end(), is_continuation);
    return text.size() - static_cast<std::size_t>(continuations);
}

char32_t next_character(std::string_view text, std::size_t& at) {
    constexpr char32_t kReplacement = 0xFFFD;
    constexpr std::array<unsigned, 5> kLeadBits{0, 0x7F, 0x1F, 0x0F, 0x07};
    const std::size_t length = valid_length(text.substr(at));
    if (length == 0) {
        ++at;
        return kReplacement;
    }
    char32_t character = byte_of(text[at]) & kLeadBits[length];
    for (std::size_t i = 1; i < length; ++i) {
        character = character << 6U | (byte_of(text[at + i]) & 0x3FU);
    }
    at += length;
    return character;
}

bool is_control(char32_t character) {
    return character < U' ' || (character >= 0x7F && character < 0xA0);
}

bool is_line_separator(char32_t character) {
    return character == 0x2028 || character == 0x2029;
}

bool is_invisible(char32_t character) {
    struct Range {
        char32_t first;
        char32_t last;
    };
    constexpr std::array<Range, 10> kRanges{{{0x00AD, 0x00AD},
                                             {0x061C, 0x061C},
                                             {0x180E, 0x180E},
                                             {0x200B, 0x200B},
                                             {0x200E, 0x200F},
                                             {0x202A, 0x202E},
                                             {0x2060, 0x2064},
                                             {0x2066, 0x206F},
                                             {0xFEFF, 0xFEFF},
                                             {0xE0000, 0xE007F}}};
    return std::any_of(kRanges.begin(), kRanges.end(), [character](const Range& range) {
        return character >= range.first && character <= range.last;
    });
}

std::string nfc(std::string_view text) {
    if (is_nfc_at_a_glance(text)) {
        return std::string(text);
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    require_icu(status, "NFC");
    const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
    if (normalizer->isNormalizedUTF8(piece, status) != 0) {
        return std::string(text);
    }
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed, piece.length());
    normalizer->normalizeUTF8(0, piece, sink, nullptr, status);
    require_icu(status, "NFC");
    return composed;
}

}  // namespace okienko::language
