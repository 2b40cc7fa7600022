#pragma once

#include <string>
#include <string_view>

namespace okienko::generator {

/// The QR code of an address as an <img> of class ok-qr that holds its own picture: a PNG, one
/// pixel a square, with the quiet zone of four. CSS gives it its size. It has an empty alt, because
/// the address always stands beside it in words. Empty when the text is too long (qr_code.hpp).
/// Thread-safe.
std::string qr_image(std::string_view text);

}  // namespace okienko::generator
