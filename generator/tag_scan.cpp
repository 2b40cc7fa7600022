#include "generator/tag_scan.hpp"

#include <algorithm>

namespace okienko::generator {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f";
constexpr auto kEnd = std::string_view::npos;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Takes text from the front, up to the first of `ends`.
std::string_view take_until(std::string_view& text, std::string_view ends) {
    auto taken = text.substr(0, text.find_first_of(ends));
    text.remove_prefix(taken.size());
    return taken;
}

void skip_space(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
}

std::string_view take_value(std::string_view& text) {
    if (!text.starts_with('"') && !text.starts_with('\'')) return take_until(text, " \t\r\n\f>");
    auto quote = text.substr(0, 1);
    text.remove_prefix(1);
    auto value = take_until(text, quote);
    text.remove_prefix(std::min<std::size_t>(1, text.size()));
    return value;
}

/// Reads a tag; `text` begins with its name and ends up behind it.
HtmlTag take_tag(std::string_view& text) {
    HtmlTag tag{take_until(text, " \t\r\n\f/>"), {}};
    for (skip_space(text); !text.empty() && text.front() != '>'; skip_space(text)) {
        if (text.front() == '/') {
            text.remove_prefix(1);
            continue;
        }
        auto name = take_until(text, " \t\r\n\f=/>");
        if (name.empty()) name = text.substr(0, 1);
        std::string_view value;
        skip_space(text);
        if (text.starts_with('=')) {
            text.remove_prefix(1);
            skip_space(text);
            value = take_value(text);
        }
        tag.attributes.emplace_back(name, value);
    }
    return tag;
}

}  // namespace

std::string_view HtmlTag::attribute(std::string_view wanted) const {
    auto found = std::find_if(attributes.begin(), attributes.end(), [wanted](const auto& each) {
        return each.first == wanted;
    });
    return found == attributes.end() ? std::string_view{} : found->second;
}

std::vector<HtmlTag> opening_tags(std::string_view html) {
    std::vector<HtmlTag> tags;
    for (auto open = html.find('<'); open != kEnd; open = html.find('<')) {
        html.remove_prefix(open + 1);
        if (html.starts_with("!--")) {
            html.remove_prefix(std::min(html.find("-->"), html.size()));
        } else if (!html.empty() && is_letter(html.front())) {
            tags.push_back(take_tag(html));
        }
    }
    return tags;
}

}  // namespace okienko::generator
