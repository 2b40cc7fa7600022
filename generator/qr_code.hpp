#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace okienko::generator {

/// A QR code (ISO/IEC 18004): black and white squares that a phone reads.
struct QrCode {
    int size = 0;                     ///< Squares along a side, without the quiet zone.
    std::vector<std::uint8_t> black;  ///< 0 or 1, row by row.

    /// Where a square is in `black`.
    [[nodiscard]] std::size_t place(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(size) +
               static_cast<std::size_t>(x);
    }
    [[nodiscard]] bool is_black(int x, int y) const { return black[place(x, y)] != 0; }
};

/// The text as bytes, in the smallest code that holds it; it is read even when 15 % of it are torn
/// or dirty (level M). Nothing for a text of more than 666 bytes. Thread-safe.
///
/// Every code has the same mask. Trying all eight, as libqrencode does, costs twenty times as much
/// and saves no reader: docs/adr/0017-qr-codes-are-drawn-by-us.md. tests/generator/qr_code_test.cpp
/// compares the two.
std::optional<QrCode> qr_code(std::string_view text);

}  // namespace okienko::generator
