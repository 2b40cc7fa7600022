#include "language/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace okienko::language {
namespace {

using namespace std::string_literals;

TEST(Utf8, ValidTextHasNoInvalidByte) {
    for (const auto& text : {""s,
                             "abc"s,
                             "zażółć gęślą jaźń"s,
                             "„–” €"s,
                             "\U0001F600"s,
                             "a\0b"s,
                             "\U0010FFFF\xED\x9F\xBF\xEE\x80\x80"s,
                             "dokładnie osiem bajtów i więcej"s}) {
        EXPECT_TRUE(is_valid_utf8(text)) << text;
        EXPECT_EQ(first_invalid_byte(text), std::nullopt) << text;
    }
}

TEST(Utf8, BrokenSequencesAreFoundWhereTheyBegin) {
    const std::string before = "żółw w domu ";  // longer than one block of eight bytes
    for (const auto& broken : {"\x80"s,         // a continuation alone
                               "\xC5"s,         // cut short
                               "\xE2\x80"s,
                               "\xF0\x9F\x98"s,
                               "\xC5g"s,  // no continuation
                               "\xE2\x80g"s,
                               "\xC0\xAF"s,  // overlong
                               "\xC1\xBF"s,
                               "\xE0\x80\xAF"s,
                               "\xF0\x80\x80\xAF"s,
                               "\xED\xA0\x80"s,      // a surrogate
                               "\xF4\x90\x80\x80"s,  // beyond U+10FFFF
                               "\xF5\x80\x80\x80"s,
                               "\xFF"s}) {
        EXPECT_EQ(first_invalid_byte(broken), 0U) << testing::PrintToString(broken);
        EXPECT_EQ(first_invalid_byte(before + broken), before.size());
        EXPECT_FALSE(is_valid_utf8(broken));
    }
}

TEST(Utf8, InvalidByteInsideAnAsciiBlockIsFound) {
    EXPECT_EQ(first_invalid_byte("abcdefgh\xFFijklmnop"), 8U);
    EXPECT_EQ(first_invalid_byte("abcdefghijk\xFFlmnop"), 11U);
}

TEST(Utf8, LetterWithAMarkIsOneCharacter) {
    EXPECT_EQ(character_count(""), 0U);
    EXPECT_EQ(character_count("żółw"), 4U);
    EXPECT_EQ(character_count("a\U0001F600"), 2U);
    EXPECT_EQ(character_count("z\u0307"), 2U);
}

TEST(Utf8, CharactersAreReadOneByOne) {
    const std::string text =
        "aż€\U0001F600\xFF"
        "b";
    std::u32string characters;
    for (std::size_t at = 0; at < text.size();) {
        characters += next_character(text, at);
    }
    EXPECT_EQ(characters, U"aż€\U0001F600\uFFFDb");
}

TEST(Utf8, KnowsWhatNobodySees) {
    for (char32_t mark :
         {0x00AD, 0x061C, 0x200B, 0x200F, 0x202E, 0x2060, 0x2067, 0xFEFF, 0xE0041}) {
        EXPECT_TRUE(is_invisible(mark)) << std::hex << static_cast<std::uint32_t>(mark);
        EXPECT_FALSE(is_control(mark));
    }
    // Letters, a joiner that emoji need, a combining mark, spaces.
    for (char32_t seen : {0x0041, 0x017C, 0x200D, 0xFE0F, 0x0301, 0x00A0, 0x0020, 0x1F600}) {
        EXPECT_FALSE(is_invisible(seen)) << std::hex << static_cast<std::uint32_t>(seen);
        EXPECT_FALSE(is_control(seen));
    }
    for (char32_t control : {0x00, 0x09, 0x0A, 0x1B, 0x7F, 0x85, 0x9F}) {
        EXPECT_TRUE(is_control(control));
    }
    EXPECT_TRUE(is_line_separator(0x2028));
    EXPECT_FALSE(is_line_separator('\n'));
}

TEST(Utf8, NfcComposesLetters) {
    EXPECT_EQ(nfc("z\u0307o\u0301łw"), "żółw");
    EXPECT_EQ(nfc("и\u0306"), "й");
    EXPECT_EQ(nfc("\u212B"), "Å");
}

TEST(Utf8, NfcLeavesComposedTextAlone) {
    for (const auto* text : {"", "plain", "żółw", "„żółw” – 5 €", "Київ", "ф\u0301"}) {
        EXPECT_EQ(nfc(text), text);
    }
}

}  // namespace
}  // namespace okienko::language
