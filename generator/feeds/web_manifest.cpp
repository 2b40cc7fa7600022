#include <array>

#include "generator/feeds/data_file.hpp"
#include "generator/json_text.hpp"

namespace okienko::generator {
namespace {

/// Pictures of the theme that a home screen can use; a theme may lack them.
void write_icons(const Site& site, JsonText& json) {
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
    json.begin_array("icons");
    for (const auto& icon : kIcons) {
        auto address = site.asset(std::string{icon.asset});
        if (address.empty()) continue;
        json.begin_object()
            .member("src", address)
            .member("sizes", icon.size)
            .member("type", icon.type)
            .end_object();
    }
    json.end_array();
}

std::string manifest(const Site& site) {
    const auto& centre = site.settings().centre;
    JsonText json;
    json.begin_object()
        .member("name", centre.name)
        .member("short_name", centre.short_name)
        .member("description", centre.tagline)
        .member("lang", "pl")
        .member("start_url", "/")
        .member("scope", "/")
        .member("display", "minimal-ui");
    write_icons(site, json);
    return json.end_object().take();
}

}  // namespace

void add_web_manifest(const Site& site, DataFiles& files) {
    files.push_back({"/manifest.webmanifest", [&site] { return manifest(site); }});
}

}  // namespace okienko::generator
