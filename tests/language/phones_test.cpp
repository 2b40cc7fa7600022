#include "language/phones.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace okienko::language {
namespace {

/// The display with "_" for each no-break space, so that a plain space would be seen.
std::string shown(std::string_view number) {
    std::string text = phone_display(number);
    for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0")) {
        text.replace(at, 2, "_");
    }
    return text;
}

TEST(Phones, LandlineIsShownAsTwoThreeTwoTwo) {
    EXPECT_EQ(shown("+48999001020"), "99_900_10_20");
    EXPECT_EQ(shown("+48857152550"), "85_715_25_50");
    EXPECT_EQ(shown("+48297727084"), "29_772_70_84");
}

TEST(Phones, MobileIsShownInThrees) {
    EXPECT_EQ(shown("+48600700800"), "600_700_800");
    for (const std::string prefix :
         {"45", "50", "51", "53", "57", "60", "66", "69", "72", "73", "78", "79", "88"}) {
        EXPECT_EQ(shown("+48" + prefix + "1234567"), prefix + "1_234_567");
    }
}

TEST(Phones, TollFreeIsShownInThrees) {
    EXPECT_EQ(shown("+48800120002"), "800_120_002");
}

TEST(Phones, ShortNumbersHaveNoCountryCode) {
    EXPECT_EQ(shown("112"), "112");
    EXPECT_EQ(shown("116111"), "116_111");
    EXPECT_EQ(shown("19115"), "19_115");
    EXPECT_EQ(shown("+48116111"), "116_111");
}

TEST(Phones, ForeignNumberIsGroupedAfterItsCountryCode) {
    EXPECT_EQ(shown("+380441234567"), "+380_44_123_45_67");
    EXPECT_EQ(shown("+49301234567"), "+49_301_234_567");
    EXPECT_EQ(shown("+12025550143"), "+1_202_555_01_43");
    EXPECT_EQ(shown("+4930123456"), "+49_301_234_56");
}

TEST(Phones, SeparatorsInTheInputDoNotMatter) {
    EXPECT_EQ(shown("(99) 900 10 20"), "99_900_10_20");
    EXPECT_EQ(shown("+48 600-700-800"), "600_700_800");
}

TEST(Phones, OddNumbersKeepAllTheirDigits) {
    for (const std::string number :
         {"1", "+1", "+4", "+48", "1234567", "+999", "+48999", "123456789012345", "+4812345678"}) {
        std::string digits = shown(number);
        digits.erase(std::remove_if(
                         digits.begin(), digits.end(), [](char c) { return c == '_' || c == '+'; }),
                     digits.end());
        std::string expected = number;
        expected.erase(std::remove(expected.begin(), expected.end(), '+'), expected.end());
        if (number == "+48999") {
            expected = "999";
        }
        EXPECT_EQ(digits, expected);
    }
}

TEST(Phones, TextWithoutDigitsComesBackAsItIs) {
    EXPECT_EQ(phone_display("brak"), "brak");
    EXPECT_EQ(phone_display(""), "");
    EXPECT_EQ(phone_uri("brak"), "");
}

TEST(PhoneUri, GlobalNumberKeepsItsPlus) {
    EXPECT_EQ(phone_uri("+48999001020"), "tel:+48999001020");
    EXPECT_EQ(phone_uri("999001020"), "tel:+48999001020");
    EXPECT_EQ(phone_uri("+380441234567"), "tel:+380441234567");
}

TEST(PhoneUri, ExtensionFollowsAsParameter) {
    EXPECT_EQ(phone_uri("+48999001020", "216"), "tel:+48999001020;ext=216");
    EXPECT_EQ(phone_uri("+48999001020", "wew. 216"), "tel:+48999001020;ext=216");
}

TEST(PhoneUri, ShortNumberIsDialledAsItIs) {
    EXPECT_EQ(phone_uri("112"), "tel:112");
    EXPECT_EQ(phone_uri("116 111"), "tel:116111");
}

TEST(PhoneUri, NothingDangerousPassesThrough) {
    EXPECT_EQ(phone_uri("+48999001020\"><script>", "1;x=\"2"), "tel:+48999001020;ext=12");
}

}  // namespace
}  // namespace okienko::language
