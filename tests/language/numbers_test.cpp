#include "language/numbers.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace okienko::language {
namespace {

TEST(Numbers, PolishGroupsFromFiveDigits) {
    EXPECT_EQ(number(0, Language::Polish), "0");
    EXPECT_EQ(number(1234, Language::Polish), "1234");
    EXPECT_EQ(number(12345, Language::Polish), "12\u00A0345");
    EXPECT_EQ(number(2502400, Language::Polish), "2\u00A0502\u00A0400");
    EXPECT_EQ(number(-12345, Language::Polish), "-12\u00A0345");
}

TEST(Numbers, EnglishGroupsWithCommas) {
    EXPECT_EQ(number(1234, Language::English), "1,234");
}

TEST(Numbers, UkrainianGroupsWithNoBreakSpaces) {
    EXPECT_EQ(number(12345, Language::Ukrainian), "12\u00A0345");
}

TEST(Numbers, LargestAndSmallestNumbersAreWhole) {
    EXPECT_EQ(number(std::numeric_limits<std::int64_t>::max(), Language::English),
              "9,223,372,036,854,775,807");
    EXPECT_EQ(number(std::numeric_limits<std::int64_t>::min(), Language::English),
              "-9,223,372,036,854,775,808");
}

TEST(Money, WholeAmountHasNoDecimals) {
    EXPECT_EQ(money(1200, Language::Polish), "12\u00A0zł");
    EXPECT_EQ(money(0, Language::Polish), "0\u00A0zł");
    EXPECT_EQ(money(1'234'500, Language::Polish), "12\u00A0345\u00A0zł");
}

TEST(Money, OtherAmountsHaveTwoDecimals) {
    EXPECT_EQ(money(1250, Language::Polish), "12,50\u00A0zł");
    EXPECT_EQ(money(5, Language::Polish), "0,05\u00A0zł");
    EXPECT_EQ(money(-50, Language::Polish), "-0,50\u00A0zł");
    EXPECT_EQ(money(250'240'001, Language::Polish), "2\u00A0502\u00A0400,01\u00A0zł");
    EXPECT_EQ(money(123'450, Language::Polish), "1234,50\u00A0zł");
}

TEST(Money, StaysInZlotyInOtherLanguages) {
    EXPECT_EQ(money(1250, Language::English), "12.50\u00A0zł");
    EXPECT_EQ(money(1250, Language::Ukrainian), "12,50\u00A0zł");
}

TEST(Money, LosesNoGroszInLargeAmounts) {
    EXPECT_EQ(money(std::numeric_limits<std::int64_t>::max(), Language::English),
              "92,233,720,368,547,758.07\u00A0zł");
}

TEST(Percent, IsGivenInHundredths) {
    EXPECT_EQ(percent(47.65, Language::Polish), "47,65%");
    EXPECT_EQ(percent(50, Language::Polish), "50%");
    EXPECT_EQ(percent(100, Language::English), "100%");
    EXPECT_EQ(percent(47.65, Language::English), "47.65%");
    EXPECT_EQ(percent(12.5, Language::Ukrainian), "12,5%");
}

TEST(Percent, RoundsHalvesUpToTwoDecimals) {
    EXPECT_EQ(percent(33.3333, Language::Polish), "33,33%");
    EXPECT_EQ(percent(0.125, Language::Polish), "0,13%");
}

}  // namespace
}  // namespace okienko::language
