#include "generator/image_size.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <pugixml.hpp>
#include <string>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wunused-function"
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_ONLY_GIF
#define STBI_NO_STDIO
#include <stb/stb_image.h>
#pragma GCC diagnostic pop
#ifndef __clang__
// g++ reports this one while optimising, when the pragmas above are gone.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

// The only file that knows stb_image and pugixml.
namespace okienko::generator {
namespace {

/// "480", "480px", "12.5": the number before a pixel unit. Other units have no size in pixels.
std::optional<double> pixels(std::string_view length) {
    double number = 0;
    auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), number);
    std::string_view unit{end, static_cast<std::size_t>(length.data() + length.size() - end)};
    if (error != std::errc{} || number <= 0 || (!unit.empty() && unit != "px")) return std::nullopt;
    return number;
}

/// The third and fourth number of "0 0 640 480".
std::optional<ImageSize> view_box_size(std::string_view box) {
    std::array<double, 4> numbers{};
    const char* at = box.data();
    const char* end = at + box.size();
    for (auto& number : numbers) {
        while (at < end && (*at == ' ' || *at == ',')) ++at;
        auto [next, error] = std::from_chars(at, end, number);
        if (error != std::errc{}) return std::nullopt;
        at = next;
    }
    return ImageSize{static_cast<int>(std::lround(numbers[2])),
                     static_cast<int>(std::lround(numbers[3]))};
}

std::optional<ImageSize> svg_size(std::string_view bytes) {
    pugi::xml_document document;
    if (!document.load_buffer(bytes.data(), bytes.size())) return std::nullopt;
    auto svg = document.child("svg");
    if (!svg) return std::nullopt;
    auto width = pixels(svg.attribute("width").value());
    auto height = pixels(svg.attribute("height").value());
    if (width && height) {
        return ImageSize{static_cast<int>(std::lround(*width)),
                         static_cast<int>(std::lround(*height))};
    }
    return view_box_size(svg.attribute("viewBox").value());
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes) {
    ImageSize size;
    int channels = 0;
    const auto* data = reinterpret_cast<const stbi_uc*>(bytes.data());
    auto length = static_cast<int>(bytes.size());
    if (stbi_info_from_memory(data, length, &size.width, &size.height, &channels)) return size;
    auto svg = svg_size(bytes);
    if (!svg || svg->width <= 0 || svg->height <= 0) return std::nullopt;
    return svg;
}

}  // namespace okienko::generator
