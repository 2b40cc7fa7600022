#include "generator/markup.hpp"

#include <gtest/gtest.h>

namespace okienko::generator {
namespace {

TEST(Markup, BreaksAnAddressBeforeItsMarksOnly) {
    EXPECT_EQ(breakable_address("jan.k@cus.example"), "jan<wbr>.k<wbr>@cus<wbr>.example");
    EXPECT_EQ(breakable_address("https://cus.example/?a=1&b=2"),
              "https://cus<wbr>.example/?a=1&amp;b=2");
    EXPECT_EQ(breakable_address("localhost"), "localhost");
    EXPECT_EQ(breakable_address(""), "");
}

}  // namespace
}  // namespace okienko::generator
