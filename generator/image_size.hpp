#pragma once

#include <optional>
#include <string_view>

namespace okienko::generator {

struct ImageSize {
    int width = 0;  ///< CSS pixels.
    int height = 0;
};

/// The size of a PNG, JPEG, GIF or SVG picture (an SVG by its width and height, else its viewBox).
/// Nothing when the bytes are none of these or are damaged.
std::optional<ImageSize> image_size(std::string_view bytes);

}  // namespace okienko::generator
