#include "language/slug.hpp"

#include <gtest/gtest.h>

#include <string>

#include "model/identifiers.hpp"

namespace okienko::language {
namespace {

TEST(Slug, PolishTitleBecomesPlainWords) {
    EXPECT_EQ(slugify("Jak skorzystać?"), "jak-skorzystac");
    EXPECT_EQ(slugify("Zażółć gęślą jaźń"), "zazolc-gesla-jazn");
    EXPECT_EQ(slugify("Dowóz „door-to-door” – Łapy"), "dowoz-door-to-door-lapy");
}

TEST(Slug, RunsOfOtherCharactersBecomeOneHyphen) {
    EXPECT_EQ(slugify("  a -- b!?  c  "), "a-b-c");
    EXPECT_EQ(slugify("w\u00A0domu"), "w-domu");
    EXPECT_EQ(slugify("2026–2028"), "2026-2028");
}

TEST(Slug, ApostrophesVanish) {
    EXPECT_EQ(slugify("Children's day"), "childrens-day");
    EXPECT_EQ(slugify("Children’s day"), "childrens-day");
}

TEST(Slug, UkrainianIsRomanisedAsInPassports) {
    EXPECT_EQ(slugify("Послуги"), "posluhy");
    EXPECT_EQ(slugify("Єнакієве"), "yenakiieve");
    EXPECT_EQ(slugify("Їжакевич Кадиївка"), "yizhakevych-kadyivka");
    EXPECT_EQ(slugify("Йосипівка Стрий"), "yosypivka-stryi");
    EXPECT_EQ(slugify("Юрій Крюківка"), "yurii-kriukivka");
    EXPECT_EQ(slugify("Яготин Ічня"), "yahotyn-ichnia");
    EXPECT_EQ(slugify("Згурський Щербухи"), "zghurskyi-shcherbukhy");
    EXPECT_EQ(slugify("Знам'янка п’ять"), "znamianka-piat");
    EXPECT_EQ(slugify("Ґалаґан Ужгород"), "galagan-uzhhorod");
}

TEST(Slug, TitleWithNothingToKeepGetsTheFallback) {
    for (const auto* title : {"", "???", "—", "'", "ь", "日本"}) {
        EXPECT_EQ(slugify(title), "sekcja") << title;
    }
}

TEST(Slug, LongTitleIsCutAtAHyphen) {
    std::string title;
    for (int i = 0; i < 50; ++i) {
        title += "dziewięć ";
    }
    const std::string slug = slugify(title);
    EXPECT_LE(slug.size(), kMaxSlugLength);
    EXPECT_TRUE(slug.ends_with("-dziewiec"));
    EXPECT_EQ(slugify(std::string(500, 'x')), std::string(kMaxSlugLength, 'x'));
}

TEST(Slug, TitleThatJustFitsIsNotCut) {
    const std::string title = std::string(60, 'a') + "-" + std::string(kMaxSlugLength - 61, 'b');
    EXPECT_EQ(slugify(title), title);
    EXPECT_EQ(slugify(title + " c"), title);
}

TEST(Slug, SlugOfASlugIsItself) {
    EXPECT_EQ(slugify("uslugi-opiekuncze-2"), "uslugi-opiekuncze-2");
}

TEST(Slug, EverySlugifiedTextIsASlug) {
    for (const auto* title :
         {"Jak skorzystać?", "", "-a-", "Ük", "\xFF\xFE", "Київ", "№ 5", "1", "кредит ь"}) {
        EXPECT_TRUE(model::is_slug(slugify(title))) << title << " " << slugify(title);
    }
}

}  // namespace
}  // namespace okienko::language
