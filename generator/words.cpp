#include "generator/words.hpp"

#include <stdexcept>

#include "language/numbers.hpp"
#include "language/plural.hpp"

namespace okienko::generator {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

}  // namespace

Words::Words(language::Language language, std::unordered_map<std::string, std::string> texts)
    : language_(language), texts_(std::move(texts)) {}

const std::string* Words::find(std::string_view key) const {
    auto found = texts_.find(std::string{key});
    return found == texts_.end() ? nullptr : &found->second;
}

const std::string& Words::operator[](std::string_view key) const {
    if (const auto* text = find(key)) return *text;
    throw std::out_of_range("i18n/" + std::string{language::code(language_)} +
                            ".toml: missing key '" + std::string{key} + "'");
}

std::string Words::format(
    std::string_view key,
    const std::vector<std::pair<std::string_view, std::string>>& values) const {
    std::string text = (*this)[key];
    for (const auto& [name, value] : values) {
        replace_all(text, "{" + std::string{name} + "}", value);
    }
    return text;
}

std::string Words::count(std::string_view key, std::int64_t n) const {
    auto form = language::key(language::plural_form(language_, n));
    std::string text = (*this)[std::string{key} + "." + std::string{form}];
    // A number stays in the line of what it counts.
    replace_all(text, "{n} ", "{n}\u00A0");
    replace_all(text, "{n}", language::number(n, language_));
    return text;
}

}  // namespace okienko::generator
