#include "language/folding.hpp"

#include <gtest/gtest.h>

#include <string>

#include "language/utf8.hpp"

namespace okienko::language {
namespace {

TEST(Folding, AsciiIsOnlyLowerCased) {
    EXPECT_EQ(fold(""), "");
    EXPECT_EQ(fold("CUS 24/7 @[`{"), "cus 24/7 @[`{");
}

TEST(Folding, PolishLettersLoseTheirMarks) {
    EXPECT_EQ(fold("zażółć gęślą jaźń"), "zazolc gesla jazn");
    EXPECT_EQ(fold("ZAŻÓŁĆ GĘŚLĄ JAŹŃ"), "zazolc gesla jazn");
    EXPECT_EQ(fold("Żłobek"), fold("zlobek"));
}

TEST(Folding, DecomposedTextFoldsTheSame) {
    EXPECT_EQ(fold("z\u0307o\u0301łw"), "zolw");
}

TEST(Folding, LettersThatDoNotDecomposeAreSpelledOut) {
    EXPECT_EQ(fold("Straße STRAẞE"), "strasse strasse");
    EXPECT_EQ(fold("Øre, Đorđe, Æ, œuvre, Þór"), "ore, dorde, ae, oeuvre, thor");
    EXPECT_EQ(fold("ǿ Ǽ"), "o ae");
}

TEST(Folding, CyrillicKeepsItsLetters) {
    EXPECT_EQ(fold("ЇЖАК, ЙОГА, ҐАНОК, Єва"), "їжак, йога, ґанок, єва");
}

TEST(Folding, DecomposedCyrillicIsTheSameLetter) {
    EXPECT_EQ(fold("И\u0306ога і\u0308жак"), "йога їжак");
}

TEST(Folding, StressMarksGo) {
    EXPECT_EQ(fold("за\u0301мок"), "замок");
}

TEST(Folding, NoBreakSpaceIsASpaceAndSoftHyphenIsNothing) {
    EXPECT_EQ(fold("w\u00A0domu 12\u202F345 usłu\u00ADga"), "w domu 12 345 usluga");
}

TEST(Folding, PunctuationStays) {
    EXPECT_EQ(fold("„Dom” – 5…"), "„dom” – 5…");
}

TEST(Folding, OtherScriptsLoseCaseAndAccents) {
    EXPECT_EQ(fold("Ήλιος"), "ηλιος");
}

TEST(Folding, InvalidBytesBecomeReplacementCharacters) {
    EXPECT_EQ(fold("\xFF"
                   "A\xC5"),
              "\uFFFDa\uFFFD");
}

TEST(Folding, FoldingTwiceEqualsOnce) {
    for (char32_t c = 1; c < 0x3000; ++c) {
        std::string text;
        if (c < 0x80) {
            text = {static_cast<char>(c)};
        } else if (c < 0x800) {
            text = {static_cast<char>(0xC0U | c >> 6U), static_cast<char>(0x80U | (c & 0x3FU))};
        } else {
            text = {static_cast<char>(0xE0U | c >> 12U),
                    static_cast<char>(0x80U | (c >> 6U & 0x3FU)),
                    static_cast<char>(0x80U | (c & 0x3FU))};
        }
        const std::string once = fold(text);
        ASSERT_TRUE(is_valid_utf8(once)) << std::hex << static_cast<unsigned>(c);
        ASSERT_EQ(fold(once), once) << std::hex << static_cast<unsigned>(c);
    }
}

}  // namespace
}  // namespace okienko::language
