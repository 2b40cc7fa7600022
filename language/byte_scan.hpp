#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace okienko::language {

/// Eight bytes of a text as one number, the first of them lowest: a character that stands in few
/// places is found eight bytes at a time. All text of a site is searched so, several times.
class EightBytes {
  public:
    static constexpr std::size_t kSize = 8;

    /// From `at` on, where the text has that many.
    EightBytes(std::string_view text, std::size_t at) {
        std::memcpy(&bytes_, text.data() + at, kSize);
        if constexpr (std::endian::native == std::endian::big) bytes_ = __builtin_bswap64(bytes_);
    }

    /// Which of them are `wanted`, when the bits of `ignored` may be either.
    [[nodiscard]] constexpr std::uint64_t equal_to(char wanted, unsigned char ignored = 0) const {
        auto differs = (bytes_ ^ kOnes * static_cast<unsigned char>(wanted)) & ~(kOnes * ignored);
        // The high bit of each byte that is 0; no carry leaves its byte.
        return ~(((differs & kLow) + kLow) | differs | kLow);
    }

    /// Where the first of those bytes is, 0 to 7; there must be one.
    static constexpr std::size_t first_of(std::uint64_t found) {
        return static_cast<std::size_t>(std::countr_zero(found)) / 8;
    }
    /// The others.
    static constexpr std::uint64_t without_first(std::uint64_t found) {
        return found & (found - 1);
    }

  private:
    static constexpr std::uint64_t kOnes = 0x0101010101010101;
    static constexpr std::uint64_t kLow = 0x7F7F7F7F7F7F7F7F;

    std::uint64_t bytes_ = 0;
};

}  // namespace okienko::language
