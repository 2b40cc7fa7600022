#include "language/language.hpp"

#include <gtest/gtest.h>

namespace okienko::language {
namespace {

TEST(Language, EveryCodeLeadsBackToItsLanguage) {
    for (const Language language : kLanguages) {
        EXPECT_EQ(language_from_code(code(language)), language);
    }
}

TEST(Language, CodesAreThoseOfIso639) {
    EXPECT_EQ(code(Language::Polish), "pl");
    EXPECT_EQ(code(Language::English), "en");
    EXPECT_EQ(code(Language::Ukrainian), "uk");
}

TEST(Language, OtherCodesAreNoLanguage) {
    for (const auto* text : {"", "de", "PL", "pl-PL", "ua"}) {
        EXPECT_EQ(language_from_code(text), std::nullopt) << text;
    }
}

TEST(Language, PolishComesFirst) {
    EXPECT_EQ(kLanguages.front(), Language::Polish);
}

}  // namespace
}  // namespace okienko::language
