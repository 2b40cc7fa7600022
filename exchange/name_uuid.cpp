#include "exchange/name_uuid.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <span>

namespace okienko::exchange {
namespace {

/// A UUID made once, at random, for this use.
constexpr std::string_view kNamespace{
    "\x3b\x0c\x9d\x52\x6f\x1e\x4a\x87\xb2\xd4\x55\x90\xce\x17\x2a\xe8", 16};

/// SHA-1 (FIPS 180-4 section 6.1). It names things here, it protects nothing.
class Sha1 {
  public:
    void add(std::string_view bytes) {
        for (char byte : bytes) {
            block_[filled_++] = static_cast<std::uint8_t>(byte);
            ++length_;
            if (filled_ == block_.size()) mix();
        }
    }

    std::array<std::uint32_t, 5> done() {
        auto bits = length_ * 8;
        add(std::string_view{"\x80", 1});
        while (filled_ != 56) add(std::string_view{"\0", 1});
        for (int shift = 56; shift >= 0; shift -= 8) {
            char byte = static_cast<char>((bits >> static_cast<unsigned>(shift)) & 0xFFU);
            add({&byte, 1});
        }
        return state_;
    }

  private:
    void mix() {
        filled_ = 0;
        std::array<std::uint32_t, 80> words{};
        for (std::size_t i = 0; i < 16; ++i) {
            for (std::size_t j = 0; j < 4; ++j) words[i] = (words[i] << 8U) | block_[4 * i + j];
        }
        for (std::size_t i = 16; i < 80; ++i) {
            words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
        }
        auto [a, b, c, d, e] = state_;
        for (std::size_t i = 0; i < 80; ++i) {
            auto next = std::rotl(a, 5) + choose(i, b, c, d) + e + kRound[i / 20] + words[i];
            e = d;
            d = c;
            c = std::rotl(b, 30);
            b = a;
            a = next;
        }
        state_[0] += a;
        state_[1] += b;
        state_[2] += c;
        state_[3] += d;
        state_[4] += e;
    }

    static std::uint32_t choose(std::size_t i, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
        if (i < 20) return (b & c) | (~b & d);
        if (i >= 40 && i < 60) return (b & c) | (b & d) | (c & d);
        return b ^ c ^ d;
    }

    static constexpr std::array<std::uint32_t, 4> kRound{
        0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6};

    std::array<std::uint32_t, 5> state_{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    std::array<std::uint8_t, 64> block_{};
    std::size_t filled_ = 0;
    std::uint64_t length_ = 0;
};

}  // namespace

std::string name_uuid(std::string_view name) {
    Sha1 hash;
    hash.add(kNamespace);
    hash.add(name);
    auto words = hash.done();
    words[1] = (words[1] & 0xFFFF0FFFU) | 0x00005000U;  // Version 5,
    words[2] = (words[2] & 0x3FFFFFFFU) | 0x80000000U;  // variant of RFC 9562.
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t digit = 0; digit < 32; ++digit) {
        if (digit == 8 || digit == 12 || digit == 16 || digit == 20) text += '-';
        text += kHex[(words[digit / 8] >> (28U - 4U * static_cast<unsigned>(digit % 8))) & 15U];
    }
    return text;
}

}  // namespace okienko::exchange
