#include "generator/qr_image.hpp"

#include <gtest/gtest.h>
#include <sodium.h>

#include <array>
#include <memory>

#include "generator/qr_code.hpp"

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_image.h>
#pragma GCC diagnostic pop

namespace okienko::generator {
namespace {

/// What is between two marks of the tag.
std::string between(const std::string& html, const std::string& before, const std::string& after) {
    auto begin = html.find(before);
    if (begin == std::string::npos) return {};
    begin += before.size();
    return html.substr(begin, html.find(after, begin) - begin);
}

struct Picture {
    int side = 0;
    std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> grey{nullptr, &stbi_image_free};

    [[nodiscard]] bool is_black(int x, int y) const { return grey.get()[y * side + x] == 0; }
};

/// The picture in the tag as another hand reads it.
Picture picture_in(const std::string& html) {
    auto text = between(html, "src=\"data:image/png;base64,", "\"");
    std::array<unsigned char, 4096> png{};
    std::size_t size = 0;
    EXPECT_EQ(sodium_base642bin(png.data(),
                                png.size(),
                                text.data(),
                                text.size(),
                                nullptr,
                                &size,
                                nullptr,
                                sodium_base64_VARIANT_ORIGINAL),
              0);
    Picture picture;
    int height = 0;
    picture.grey.reset(stbi_load_from_memory(
        png.data(), static_cast<int>(size), &picture.side, &height, nullptr, 1));
    EXPECT_EQ(picture.side, height);
    return picture;
}

TEST(QrImage, HasEverySquareOfTheCodeInsideAQuietZoneOfFourInEverySize) {
    for (std::size_t length = 1; length <= 666; length += 7) {
        std::string text(length, 'a');
        auto code = qr_code(text);
        auto picture = picture_in(qr_image(text));
        ASSERT_TRUE(picture.grey) << length;
        ASSERT_EQ(picture.side, code->size + 8) << length;
        for (int y = 0; y < picture.side; ++y) {
            for (int x = 0; x < picture.side; ++x) {
                bool inside = x >= 4 && y >= 4 && x < picture.side - 4 && y < picture.side - 4;
                ASSERT_EQ(picture.is_black(x, y), inside && code->is_black(x - 4, y - 4))
                    << length << ": " << x << ", " << y;
            }
        }
    }
}

TEST(QrImage, SaysNothingToAScreenReaderAndHowMuchRoomItTakes) {
    auto html = qr_image("https://cus.example/");
    EXPECT_EQ(between(html, "alt=\"", "\""), "");
    EXPECT_NE(html.find(" alt=\"\""), std::string::npos);
    EXPECT_NE(html.find(" width=\"33\" height=\"33\""), std::string::npos);
}

TEST(QrImage, IsNotMadeOfATextTooLong) {
    EXPECT_EQ(qr_image(std::string(667, 'a')), "");
}

}  // namespace
}  // namespace okienko::generator
