#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace okienko::language {

/// Some of sixteen places in a text, from the first to the last.
class Places {
  public:
    /// A byte for each place, the first lowest: 0xFF or 0.
    constexpr Places(std::uint64_t first_eight, std::uint64_t last_eight)
        : first_eight_(first_eight & kHigh), last_eight_(last_eight & kHigh) {}

    [[nodiscard]] constexpr bool empty() const { return (first_eight_ | last_eight_) == 0; }

    /// Where the first of them is, 0 to 15; there must be one.
    [[nodiscard]] constexpr std::size_t first() const {
        return first_eight_ != 0 ? place_in(first_eight_) : 8 + place_in(last_eight_);
    }

    /// Calls `see` with each of them.
    template <class See>
    constexpr void each(See see) const {
        for (auto left = first_eight_; left != 0; left &= left - 1) see(place_in(left));
        for (auto left = last_eight_; left != 0; left &= left - 1) see(8 + place_in(left));
    }

  private:
    static constexpr std::uint64_t kHigh = 0x8080808080808080;

    static constexpr std::size_t place_in(std::uint64_t eight) {
        return static_cast<std::size_t>(std::countr_zero(eight)) / 8;
    }

    std::uint64_t first_eight_;
    std::uint64_t last_eight_;
};

/// Sixteen bytes of a text, compared all at once: a character that stands in few places is found
/// soon. All text of a site is searched so, several times.
class SixteenBytes {
  public:
    static constexpr std::size_t kSize = 16;

    /// From `at` on; zeros where the text has no more.
    SixteenBytes(std::string_view text, std::size_t at) {
        if (at + kSize <= text.size()) {
            std::memcpy(&bytes_, text.data() + at, kSize);
        } else {
            std::memcpy(&bytes_, text.data() + at, text.size() - at);
        }
    }

    /// Where any of the characters stands.
    template <class... Characters>
    [[nodiscard]] Places equal_to(Characters... wanted) const {
        auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(((bytes_ == all(wanted)) | ...));
        if constexpr (std::endian::native == std::endian::big) {
            for (auto& half : halves) half = __builtin_bswap64(half);
        }
        return {halves[0], halves[1]};
    }

  private:
    /// GCC's and Clang's vectors: one instruction compares all bytes.
    using Vector = unsigned char __attribute__((vector_size(kSize)));

    static Vector all(char c) { return Vector{} + static_cast<unsigned char>(c); }

    Vector bytes_{};
};

}  // namespace okienko::language
