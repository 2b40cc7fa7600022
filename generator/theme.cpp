#include "generator/theme.hpp"

#include <algorithm>

#include "db/toml_reader.hpp"
#include "generator/file_tree.hpp"
#include "generator/source_text.hpp"
#include "language/utf8.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using Texts = Words::Texts;

/// "[fee_per] hour = …" → "fee_per.hour".
void flatten(const model::Document& document,
             const model::Node& table,
             const std::string& prefix,
             Texts& texts,
             model::Problems& problems) {
    for (const auto& entry : *table.as<model::Node::Table>()) {
        auto key = prefix + entry.key;
        if (const auto* text = entry.value.as<std::string>()) {
            texts[key] = *text;
        } else if (entry.value.as<model::Node::Table>()) {
            flatten(document, entry.value, key + ".", texts, problems);
        } else {
            problems.push_back(model::problem_at(document,
                                                 entry.line,
                                                 entry.column,
                                                 "„" + key + "” powinno być tekstem",
                                                 "zapisz wartość w cudzysłowie"));
        }
    }
}

class ThemeLoader {
  public:
    explicit ThemeLoader(model::Problems& problems) : problems_(problems) {}

    /// Words are merged key by key, so that a centre may change one; other files are replaced.
    void add_layer(const ThemeLayer& layer, std::span<const Language> languages) {
        for (const auto& path : files_below(layer.folder)) {
            ThemeFile file{layer.name + "/" + path, read_file(layer.folder / path)};
            if (!is_text_in_utf8(path, file)) continue;
            if (path.starts_with("i18n/")) {
                add_words(path, file, languages);
            } else {
                files_.insert_or_assign(path, std::move(file));
            }
        }
    }

    ThemeFiles take_files() { return std::move(files_); }
    Words words(Language language) { return {language, std::move(texts_[language])}; }

  private:
    /// Images may hold any bytes; what is drawn or read may not.
    bool is_text_in_utf8(std::string_view path, const ThemeFile& file) {
        if (!path.ends_with(".mustache") && !path.ends_with(".toml")) return true;
        auto bad = language::first_invalid_byte(file.text);
        if (!bad) return true;
        problems_.push_back(problem_at_offset(file.name,
                                              file.text,
                                              *bad,
                                              "plik nie jest zapisany w UTF-8",
                                              "zapisz go ponownie z kodowaniem UTF-8"));
        return false;
    }

    void add_words(const std::string& path,
                   const ThemeFile& file,
                   std::span<const Language> languages) {
        for (auto language : languages) {
            if (path != "i18n/" + std::string{language::code(language)} + ".toml") continue;
            auto document = db::read_toml(file.name, file.text);
            if (document.ok()) {
                flatten(document.value(), document.value().root, "", texts_[language], problems_);
            } else {
                problems_.insert(
                    problems_.end(), document.problems().begin(), document.problems().end());
            }
        }
    }

    model::Problems& problems_;
    ThemeFiles files_;
    std::map<Language, Texts> texts_;
};

bool is_style(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) && path.ends_with(".css");
}

/// All style sheets as one: styles/ in order of name, then each component's, then print last, so
/// that paper has the final word.
std::string bundle_styles(const ThemeFiles& files) {
    std::string bundle;
    std::string print;
    for (const auto& [path, file] : files) {
        if (!is_style(path, "styles/")) continue;
        (path.ends_with("print.css") ? print : bundle) += file.text;
    }
    for (const auto& [path, file] : files) {
        if (is_style(path, "components/")) bundle += file.text;
    }
    return bundle + print;
}

std::string bundle_scripts(const ThemeFiles& files) {
    std::string bundle;
    for (const auto& [path, file] : files) {
        if (path.starts_with("scripts/") && path.ends_with(".js")) bundle += file.text;
    }
    return bundle;
}

std::vector<ThemeAsset> collect_assets(const ThemeFiles& files) {
    std::vector<ThemeAsset> assets{{"okienko.css", bundle_styles(files)},
                                   {"okienko.js", bundle_scripts(files)}};
    constexpr std::string_view kFolder = "assets/";
    for (const auto& [path, file] : files) {
        if (path.starts_with(kFolder)) assets.push_back({path.substr(kFolder.size()), file.text});
    }
    return assets;
}

/// A mistake in a component is one mistake, however many pages use it.
void add_new(const model::Problems& found, model::Problems& problems) {
    for (const auto& problem : found) {
        if (std::find(problems.begin(), problems.end(), problem) == problems.end()) {
            problems.push_back(problem);
        }
    }
}

/// "pages/service.mustache" → "service"; nothing for other files.
std::optional<std::string> page_name(std::string_view path) {
    constexpr std::string_view kFolder = "pages/";
    constexpr std::string_view kSuffix = ".mustache";
    if (!path.starts_with(kFolder) || !path.ends_with(kSuffix)) return std::nullopt;
    path.remove_prefix(kFolder.size());
    path.remove_suffix(kSuffix.size());
    return std::string{path};
}

}  // namespace

model::Checked<Theme, model::Problem> Theme::load(std::span<const ThemeLayer> layers,
                                                  std::span<const Language> languages) {
    model::Problems problems;
    ThemeLoader loader{problems};
    for (const auto& layer : layers) loader.add_layer(layer, languages);
    Theme theme;
    theme.files_ = std::make_unique<ThemeFiles>(loader.take_files());
    for (auto language : languages) {
        const auto& words = theme.words_.emplace(language, loader.words(language)).first->second;
        for (const auto& [path, file] : *theme.files_) {
            auto name = page_name(path);
            if (!name) continue;
            auto before = problems.size();
            auto text = assemble_template(file, *theme.files_, words, problems);
            if (problems.size() > before) continue;
            auto parsed = Template::parse(std::move(text));
            if (parsed.ok()) {
                theme.templates_[language].emplace(*name, std::move(parsed).value());
            } else {
                add_new(parsed.problems(), problems);
            }
        }
    }
    theme.assets_ = collect_assets(*theme.files_);
    if (!problems.empty()) return problems;
    return theme;
}

std::vector<std::string> Theme::icons() const {
    std::vector<std::string> names;
    auto set = files_->find("assets/icons.svg");
    if (set == files_->end()) return names;
    constexpr std::string_view kSymbol = "<symbol id=\"";
    std::string_view rest = set->second.text;
    for (auto at = rest.find(kSymbol); at != rest.npos; at = rest.find(kSymbol)) {
        rest.remove_prefix(at + kSymbol.size());
        names.emplace_back(rest.substr(0, rest.find('"')));
    }
    return names;
}

const Template* Theme::find(Language language, std::string_view name) const {
    auto templates = templates_.find(language);
    if (templates == templates_.end()) return nullptr;
    auto found = templates->second.find(name);
    return found == templates->second.end() ? nullptr : &found->second;
}

}  // namespace okienko::generator
