#include "generator/words.hpp"

#include <algorithm>
#include <stdexcept>

#include "language/numbers.hpp"
#include "language/plural.hpp"

namespace okienko::generator {
namespace {

/// Appends the value for the "{name}" that the text begins with, and answers with what it is long;
/// 0 when it is no such thing.
std::size_t append_value(std::string& out, std::string_view text, Words::Values values) {
    for (const auto& [name, value] : values) {
        auto length = name.size() + 2;
        if (text.size() < length || text[length - 1] != '}') continue;
        if (text.substr(1, name.size()) != name) continue;
        out += value;
        return length;
    }
    return 0;
}

}  // namespace

Words::Words(language::Language language, Texts texts)
    : language_(language), texts_(std::move(texts)) {}

const std::string* Words::find(std::string_view key) const {
    auto found = texts_.find(key);
    return found == texts_.end() ? nullptr : &found->second;
}

const std::string& Words::operator[](std::string_view key) const {
    if (const auto* text = find(key)) return *text;
    throw std::out_of_range("i18n/" + std::string{language::code(language_)} +
                            ".toml: missing key '" + std::string{key} + "'");
}

std::string Words::format(std::string_view key, Values values) const {
    std::string_view text = (*this)[key];
    std::string formatted;
    formatted.reserve(2 * text.size());
    while (!text.empty()) {
        auto brace = std::min(text.find('{'), text.size());
        formatted += text.substr(0, brace);
        text.remove_prefix(brace);
        if (text.empty()) break;
        auto replaced = append_value(formatted, text, values);
        if (replaced == 0) formatted += text.front();
        text.remove_prefix(std::max<std::size_t>(replaced, 1));
    }
    return formatted;
}

std::string Words::count(std::string_view key, std::int64_t n) const {
    auto form = language::key(language::plural_form(language_, n));
    auto number = language::number(n, language_);
    auto text = format(std::string{key}.append(".").append(form), {{"n", number}});
    // A number stays in the line of what it counts.
    auto counted = text.find(number + " ");
    if (counted != std::string::npos) text.replace(counted + number.size(), 1, "\u00A0");
    return text;
}

}  // namespace okienko::generator
