#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/template_text.hpp"
#include "generator/templates.hpp"
#include "generator/words.hpp"
#include "model/checked.hpp"

namespace okienko::generator {

/// A folder of theme files and how messages call it. Later layers replace files of earlier ones.
struct ThemeLayer {
    std::filesystem::path folder;
    std::string name;  ///< "themes/default"
};

/// A file of the theme that pages load under a hashed name.
struct ThemeAsset {
    std::string name;  ///< "okienko.css"
    std::string bytes;
};

/// How the site looks and speaks, ready to draw with: every template parsed once per language, its
/// components and words put in. Immutable; safe for concurrent use.
class Theme {
  public:
    /// Reads all layers and reports everything that is wrong in them.
    /// docs/how-to/change-the-look.md tells editors of themes what lies where.
    static model::Checked<Theme, model::Problem> load(
        std::span<const ThemeLayer> layers, std::span<const language::Language> languages);

    /// The page template of that name, or nothing.
    [[nodiscard]] const Template* find(language::Language language, std::string_view name) const;
    [[nodiscard]] const std::map<language::Language, Words>& words() const { return words_; }
    /// okienko.css, okienko.js and the files of assets/.
    [[nodiscard]] const std::vector<ThemeAsset>& assets() const { return assets_; }
    /// The names of the set of icons: the ids of the symbols in assets/icons.svg.
    [[nodiscard]] std::vector<std::string> icons() const;

  private:
    Theme() = default;

    std::unique_ptr<ThemeFiles> files_;  ///< Templates point into it.
    std::map<language::Language, Words> words_;
    std::map<language::Language, std::map<std::string, Template, std::less<>>> templates_;
    std::vector<ThemeAsset> assets_;
};

}  // namespace okienko::generator
