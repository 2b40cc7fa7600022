#include "language/plural.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace okienko::language {
namespace {

void expect_form(Language language, PluralForm form, std::initializer_list<std::int64_t> counts) {
    for (const std::int64_t count : counts) {
        EXPECT_EQ(key(plural_form(language, count)), key(form)) << count;
    }
}

TEST(Plural, PolishOneIsOnlyOne) {
    expect_form(Language::Polish, PluralForm::One, {1, -1});
    EXPECT_NE(plural_form(Language::Polish, 101), PluralForm::One);
    EXPECT_NE(plural_form(Language::Polish, 1'000'001), PluralForm::One);
}

TEST(Plural, PolishFewForTwoToFourButNotTwelveToFourteen) {
    expect_form(Language::Polish, PluralForm::Few, {2, 3, 4, 22, 24, 102, 122, 1'002, -3});
    expect_form(Language::Polish, PluralForm::Many, {12, 13, 14, 112, 1'012});
}

TEST(Plural, PolishManyForTheRest) {
    expect_form(
        Language::Polish, PluralForm::Many, {0, 5, 11, 20, 21, 25, 100, 101, 111, 1'000'000});
}

TEST(Plural, EnglishKnowsOneAndOther) {
    expect_form(Language::English, PluralForm::One, {1});
    expect_form(Language::English, PluralForm::Other, {0, 2, 11, 21, 101, 1'000'001});
}

TEST(Plural, UkrainianOneComesBackWithTwentyOne) {
    expect_form(Language::Ukrainian, PluralForm::One, {1, 21, 101});
    expect_form(Language::Ukrainian, PluralForm::Few, {2, 3, 4, 22, 104});
    expect_form(Language::Ukrainian, PluralForm::Many, {0, 5, 11, 12, 14, 111});
}

TEST(Plural, CountsBeyond32BitsKeepTheirLastDigits) {
    expect_form(Language::Polish, PluralForm::Few, {9'007'199'254'740'993 - 1, 4'294'967'302});
    expect_form(Language::Polish, PluralForm::Many, {9'007'199'254'740'995, 4'294'967'297});
    // …5808
    expect_form(Language::Polish, PluralForm::Many, {std::numeric_limits<std::int64_t>::min()});
}

TEST(Plural, KeysAreThoseOfCldr) {
    EXPECT_EQ(key(PluralForm::One), "one");
    EXPECT_EQ(key(PluralForm::Few), "few");
    EXPECT_EQ(key(PluralForm::Many), "many");
    EXPECT_EQ(key(PluralForm::Other), "other");
}

}  // namespace
}  // namespace okienko::language
