#include "generator/qr_code.hpp"

#include <gtest/gtest.h>
#include <qrencode.h>

#include <memory>
#include <random>
#include <set>

namespace okienko::generator {
namespace {

using LibraryCode = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

/// The same text by another hand, level M, in whatever mask that hand finds best.
LibraryCode library_code(const std::string& text) {
    auto length = static_cast<int>(text.size());
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    return {QRcode_encodeData(length, bytes, 0, QR_ECLEVEL_M), &QRcode_free};
}

/// Whether the library happened to choose the mask that all of ours have: the format bits say so.
bool has_our_mask(const QrCode& ours, const QRcode& theirs) {
    for (int y : {0, 1, 2, 3, 4, 5, 7, 8}) {
        bool black = (theirs.data[y * theirs.width + 8] & 1) != 0;
        if (black != ours.is_black(8, y)) return false;
    }
    return true;
}

std::string drawn(const QrCode& code) {
    std::string text;
    for (int y = 0; y < code.size; ++y) {
        for (int x = 0; x < code.size; ++x) text += code.is_black(x, y) ? '#' : '.';
        text += '\n';
    }
    return text;
}

std::string drawn(const QRcode& code) {
    std::string text;
    for (int i = 0; i < code.width * code.width; ++i) {
        text += (code.data[i] & 1) != 0 ? '#' : '.';
        if ((i + 1) % code.width == 0) text += '\n';
    }
    return text;
}

TEST(QrCode, IsSquareBySquareWhatLibqrencodeMakesInEveryVersion) {
    std::mt19937 random{7};
    std::set<int> versions;
    for (int length = 1; length <= 666; length += length < 60 ? 1 : 6) {
        for (int attempt = 0; attempt < 60; ++attempt) {
            std::string text;
            for (int i = 0; i < length; ++i) text += static_cast<char>(128 + random() % 128);
            auto ours = qr_code(text);
            ASSERT_TRUE(ours);
            auto theirs = library_code(text);
            ASSERT_EQ(ours->size, theirs->width) << length;
            if (!has_our_mask(*ours, *theirs)) continue;
            ASSERT_EQ(drawn(*ours), drawn(*theirs)) << length;
            versions.insert(theirs->version);
            break;
        }
    }
    EXPECT_EQ(versions.size(), 20U);
}

TEST(QrCode, IsNotMadeOfATextTooLong) {
    EXPECT_TRUE(qr_code(std::string(666, 'a')));
    EXPECT_FALSE(qr_code(std::string(667, 'a')));
}

}  // namespace
}  // namespace okienko::generator
