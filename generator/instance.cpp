#include "generator/instance.hpp"

namespace okienko::generator {

std::vector<ThemeLayer> Instance::theme_layers(const std::string& theme) const {
    namespace fs = std::filesystem;
    std::vector<ThemeLayer> layers{{share / "themes/default", "themes/default"}};
    auto add = [&](const std::string& name) {
        auto folder = root / name;
        std::error_code missing;
        bool same = fs::equivalent(folder, layers.front().folder, missing);
        if (fs::is_directory(folder) && !same) layers.push_back({folder, name});
    };
    add("themes/default");
    if (theme != "default") add("themes/" + theme);
    return layers;
}

}  // namespace okienko::generator
