#include "search/tokens.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/plain_text.hpp"
#include "search/word_forms.hpp"

namespace okienko::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (const auto& token : tokens_of(text)) words.emplace_back(token.in(text));
    return words;
}

TEST(Tokens, AreLettersAndDigitsOfAnyAlphabet) {
    EXPECT_THAT(words_of("Klub Senior+, od 60 lat"),
                ElementsAre("Klub", "Senior", "od", "60", "lat"));
    EXPECT_THAT(words_of("żłobek – „Ćma”"), ElementsAre("żłobek", "Ćma"));
    EXPECT_THAT(words_of("їжа для її"), ElementsAre("їжа", "для", "її"));
    EXPECT_THAT(words_of("door-to-door"), ElementsAre("door", "to", "door"));
}

TEST(Tokens, EndAtNoBreakSpacesSignsAndEmoji) {
    EXPECT_THAT(words_of("w\u00a0domu§5×6"), ElementsAre("w", "domu", "5", "6"));
    EXPECT_THAT(words_of("dom🏠ek"), ElementsAre("dom", "ek"));
    EXPECT_THAT(words_of(" ,.;!?…"), IsEmpty());
}

TEST(Tokens, PassOverWhereLinksLead) {
    EXPECT_THAT(words_of("[zadzwoń](tel:+48999001020) dziś"), ElementsAre("zadzwoń", "dziś"));
    EXPECT_THAT(words_of("[bez końca](http"), ElementsAre("bez", "końca", "http"));
}

TEST(Tokens, ComeFromAnyBytes) {
    EXPECT_THAT(words_of("\xff\xc5"), IsEmpty());
    EXPECT_THAT(words_of("a\xc5"), ElementsAre("a"));
}

TEST(LowerCase, KnowsTheLettersOfOurLanguages) {
    EXPECT_EQ(lower_case("ZAŻÓŁĆ GĘŚLĄ JAŹŃ"), "zażółć gęślą jaźń");
    EXPECT_EQ(lower_case("ЇЖА ҐАНОК Щука"), "їжа ґанок щука");
    EXPECT_EQ(lower_case("ÄÖ×ŠŸ"), "äö×šŸ");
    EXPECT_EQ(lower_case("\xc5"), "\xc5");
}

TEST(PlainText, HasNoSignsOfMarkdown) {
    EXPECT_EQ(
        plain_text("## Dla kogo\n\n- **seniorzy**,\n- [opiekunowie](/opieka/)\n\nDwa\nwiersze"),
        "Dla kogo\nseniorzy,\nopiekunowie\nDwa wiersze");
    EXPECT_EQ(plain_text("1. Zadzwoń\n2. Przyjdź"), "Zadzwoń\nPrzyjdź");
    EXPECT_EQ(plain_text(""), "");
}

}  // namespace
}  // namespace okienko::search
