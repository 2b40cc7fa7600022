#include "generator/qr_image.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "generator/compression.hpp"
#include "generator/qr_code.hpp"

namespace okienko::generator {
namespace {

constexpr int kQuietZone = 4;

void append_number(std::string& out, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(number >> shift & 255U);
}

/// A chunk of a PNG file (PNG, section 5.3): how long it is, what it is, what it holds, CRC.
void append_chunk(std::string& png, std::string_view type, std::string_view data) {
    append_number(png, static_cast<std::uint32_t>(data.size()));
    auto begin = png.size();
    png.append(type).append(data);
    append_number(png, crc32_of(std::string_view{png}.substr(begin)));
}

int side_of(const QrCode& code) {
    return code.size + 2 * kQuietZone;
}

/// One bit a pixel, greyscale: width, height, depth, and four zeros (section 11.2.2).
std::string header_of(int side) {
    std::string header;
    append_number(header, static_cast<std::uint32_t>(side));
    append_number(header, static_cast<std::uint32_t>(side));
    header += '\1';
    header.append(4, '\0');
    return header;
}

/// Eight squares, 1 for black, as eight pixels, 1 for white: the first is the highest bit.
char pixels_of(const std::uint8_t* squares) {
    // Each factor 2^(63 - 9 i) carries square i to bit 63 - i, and none meets another one there.
    constexpr std::uint64_t kCarry = 0x8040201008040201U;
    auto at = [squares](int i) {
        return std::uint64_t{squares[i]} << static_cast<unsigned>(8 * i);
    };
    auto eight = at(0) | at(1) | at(2) | at(3) | at(4) | at(5) | at(6) | at(7);
    return static_cast<char>(~(eight * kCarry >> 56U));
}

/// Rows of pixels from the upper edge, each after a byte that says "not filtered".
std::string rows_of(const QrCode& code) {
    auto side = static_cast<std::size_t>(side_of(code));
    auto row_bytes = (side + 7) / 8;
    std::string white(1, '\0');
    white.append(row_bytes, '\xFF');
    std::string rows;
    rows.reserve(white.size() * side);
    for (std::size_t i = 0; i < side; ++i) rows += white;
    std::vector<std::uint8_t> squares(row_bytes * 8, 0);
    for (int y = 0; y < code.size; ++y) {
        std::copy_n(code.black.data() + code.place(0, y), code.size, squares.data() + kQuietZone);
        auto* pixels = rows.data() + static_cast<std::size_t>(y + kQuietZone) * white.size() + 1;
        for (std::size_t i = 0; i < row_bytes; ++i) pixels[i] = pixels_of(squares.data() + 8 * i);
    }
    return rows;
}

/// A zlib stream (RFC 1950) of one block that is stored as it is (RFC 1951, section 3.2.4): hardly
/// anything in a code repeats, and starting a compressor takes longer than drawing the code.
std::string stored(std::string_view rows) {
    auto length = static_cast<unsigned>(rows.size());
    auto low = static_cast<char>(length & 255U);
    auto high = static_cast<char>(length >> 8U);
    std::string stream{
        '\x78', '\x01', '\x01', low, high, static_cast<char>(~low), static_cast<char>(~high)};
    stream += rows;
    append_number(stream, adler32_of(rows));
    return stream;
}

std::string png_of(const QrCode& code) {
    std::string png{"\x89PNG\r\n\x1A\n"};
    append_chunk(png, "IHDR", header_of(side_of(code)));
    append_chunk(png, "IDAT", stored(rows_of(code)));
    append_chunk(png, "IEND", {});
    return png;
}

/// RFC 4648, section 4. libsodium's takes longer than all the rest of a code, because its time must
/// not tell what is written.
void append_base64(std::string& out, std::string_view bytes) {
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    auto byte = [bytes](std::size_t at) -> std::uint32_t {
        return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
    };
    auto begin = out.size();
    out.resize(begin + (bytes.size() + 2) / 3 * 4);
    auto* digit = out.data() + begin;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        auto bits = byte(at) << 16U | byte(at + 1) << 8U | byte(at + 2);
        for (auto shift : {18U, 12U, 6U, 0U}) *digit++ = kDigits[bits >> shift & 63U];
    }
    auto missing = (3 - bytes.size() % 3) % 3;
    std::fill_n(digit - missing, missing, '=');
}

}  // namespace

std::string qr_image(std::string_view text) {
    auto code = qr_code(text);
    if (!code) return {};
    auto side = std::to_string(side_of(*code));
    std::string html{"<img class=\"ok-qr\" src=\"data:image/png;base64,"};
    append_base64(html, png_of(*code));
    html += "\" width=\"" + side + "\" height=\"" + side + "\" alt=\"\">";
    return html;
}

}  // namespace okienko::generator
