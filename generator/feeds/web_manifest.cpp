#include <array>

#include "generator/feeds/data_file.hpp"

namespace okienko::generator {
namespace {

/// Settings hold lines of text, so quotes and backslashes are all that JSON wants escaped.
std::string json_text(std::string_view text) {
    std::string json{"\""};
    for (char letter : text) {
        if (letter == '"' || letter == '\\') json += '\\';
        json += letter;
    }
    return json + '"';
}

/// Pictures of the theme that a home screen can use; a theme may lack them.
std::string icons(const Site& site) {
    struct Icon {
        std::string_view asset;
        std::string_view size;
        std::string_view type;
    };
    constexpr std::array kIcons{
        Icon{"okienko.svg", "any", "image/svg+xml"},
        Icon{"okienko-192.png", "192x192", "image/png"},
        Icon{"okienko-512.png", "512x512", "image/png"},
    };
    std::string list;
    for (const auto& icon : kIcons) {
        auto address = site.asset(std::string{icon.asset});
        if (address.empty()) continue;
        if (!list.empty()) list += ",\n";
        list += R"({"src": )" + json_text(address) + R"(, "sizes": )" + json_text(icon.size) +
                R"(, "type": )" + json_text(icon.type) + "}";
    }
    return list;
}

std::string manifest(const Site& site) {
    const auto& centre = site.settings().centre;
    return "{\n\"name\": " + json_text(centre.name) +
           ",\n\"short_name\": " + json_text(centre.short_name) +
           ",\n\"description\": " + json_text(centre.tagline) +
           ",\n\"lang\": \"pl\",\n\"start_url\": \"/\",\n\"scope\": \"/\",\n"
           "\"display\": \"minimal-ui\",\n\"icons\": [\n" +
           icons(site) + "\n]\n}\n";
}

}  // namespace

void add_web_manifest(const Site& site, DataFiles& files) {
    files.push_back({"/manifest.webmanifest", [&site] { return manifest(site); }});
}

}  // namespace okienko::generator
