#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "generator/markdown.hpp"
#include "generator/tag_scan.hpp"
#include "language/utf8.hpp"
#include "tests/fuzz/property.hpp"
#include "tests/fuzz/targets.hpp"

namespace okienko::fuzz {
namespace {

/// All that Markdown can become. Whatever else an editor writes stays text.
constexpr std::string_view kTags[] = {
    "a",      "blockquote", "br",    "caption", "code", "div",   "em", "h2", "h3",
    "h4",     "h5",         "h6",    "hr",      "img",  "li",    "ol", "p",  "pre",
    "strong", "table",      "tbody", "td",      "th",   "thead", "tr", "ul"};
constexpr std::string_view kAttributes[] = {"alt",
                                            "aria-labelledby",
                                            "class",
                                            "data-heading",
                                            "height",
                                            "href",
                                            "id",
                                            "loading",
                                            "role",
                                            "scope",
                                            "src",
                                            "start",
                                            "tabindex",
                                            "title",
                                            "width"};
constexpr std::string_view kEmptyTags[] = {"br", "hr", "img"};

bool is_one_of(std::string_view word, auto& words) {
    return std::ranges::find(words, word) != std::end(words);
}

void require_safe_tags(const std::string& html) {
    std::set<std::string_view> ids;
    for (const auto& tag : generator::opening_tags(html)) {
        require(is_one_of(tag.name, kTags), "Markdown becomes tags that we know", html);
        for (const auto& [name, value] : tag.attributes) {
            require(is_one_of(name, kAttributes), "tags have attributes that we know", html);
            require(name != "id" || ids.insert(value).second, "no id is there twice", html);
        }
        auto address = std::string{tag.attribute("href")} + std::string{tag.attribute("src")};
        std::ranges::transform(
            address, address.begin(), [](unsigned char c) { return std::tolower(c); });
        require(!address.starts_with("javascript:") && !address.starts_with("vbscript:"),
                "no link runs a script",
                html);
    }
}

/// Every tag is closed, in the order in which they were opened, and no other "<" is left.
void require_balanced(std::string_view html) {
    const std::string whole{html};
    std::vector<std::string_view> open;
    for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<')) {
        html.remove_prefix(at + 1);
        bool closes = html.starts_with('/');
        if (closes) html.remove_prefix(1);
        auto name = html.substr(0, html.find_first_of(" />\n"));
        require(is_one_of(name, kTags), "a sign that begins a tag is escaped elsewhere", whole);
        if (!closes) {
            if (!is_one_of(name, kEmptyTags)) open.push_back(name);
            continue;
        }
        require(!open.empty() && open.back() == name, "tags close in their order", whole);
        open.pop_back();
    }
    require(open.empty(), "every tag is closed", whole);
}

}  // namespace

void try_markdown(std::string_view text) {
    auto lines = 1 + std::ranges::count(text, '\n') + std::ranges::count(text, '\r');
    generator::MarkdownHooks hooks{
        .link = [](std::string_view target,
                   generator::MarkdownPlace) { return std::string{target}; },
        // An image is a file of ours or none.
        .image =
            [](std::string_view, generator::MarkdownPlace) {
                return generator::ImageFile{"/zasoby/obraz.png", 30, 20};
            },
        .problem =
            [lines](generator::MarkdownPlace at, const std::string& message, const std::string&) {
                require(at.line >= 1 && at.line <= lines && at.column >= 1,
                        "a problem is in a line of the text",
                        std::to_string(at.line) + ": " + message);
            }};
    generator::MarkdownOptions options{.heading_shift = 1, .id_prefix = "opis-"};
    auto rendered = generator::render_markdown(text, options, hooks);
    require(language::is_valid_utf8(rendered.html), "HTML is UTF-8", rendered.html);
    require_safe_tags(rendered.html);
    require_balanced(rendered.html);
    for (const auto& heading : rendered.headings) {
        require(rendered.html.find(" id=\"" + heading.id + "\"") != std::string::npos,
                "a heading can be linked to",
                rendered.html);
    }
}

}  // namespace okienko::fuzz
