#include "generator/image_size.hpp"

#include <gtest/gtest.h>

#include <string>

namespace okienko::generator {
namespace {

TEST(ImageSize, ReadsSvgByItsSizeAndElseByItsViewBox) {
    auto sized = image_size("<svg xmlns='http://www.w3.org/2000/svg' width='480px' height='320'/>");
    ASSERT_TRUE(sized);
    EXPECT_EQ(sized->width, 480);
    EXPECT_EQ(sized->height, 320);
    auto boxed = image_size("<?xml version='1.0'?><svg width='100%' viewBox='0 0 64 32.4'/>");
    ASSERT_TRUE(boxed);
    EXPECT_EQ(boxed->width, 64);
    EXPECT_EQ(boxed->height, 32);
}

TEST(ImageSize, ReadsTheHeaderOfAGif) {
    std::string gif{"GIF89a\x03\x00\x02\x00\x00\x00\x00", 13};
    auto size = image_size(gif);
    ASSERT_TRUE(size);
    EXPECT_EQ(size->width, 3);
    EXPECT_EQ(size->height, 2);
}

TEST(ImageSize, KnowsNothingOfOtherBytes) {
    EXPECT_FALSE(image_size(""));
    EXPECT_FALSE(image_size("%PDF-1.7"));
    EXPECT_FALSE(image_size("<svg/>"));
    EXPECT_FALSE(image_size("<html width='1' height='1'/>"));
}

}  // namespace
}  // namespace okienko::generator
