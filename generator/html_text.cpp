#include "generator/html_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace okienko::generator {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kEntities{{{"&amp;", "&"},
                                                                                  {"&lt;", "<"},
                                                                                  {"&gt;", ">"},
                                                                                  {"&quot;", "\""},
                                                                                  {"&#39;", "'"},
                                                                                  {"&nbsp;", " "}}};

/// Tags that stand within a line: everything else begins or ends a block.
constexpr std::array<std::string_view, 10> kInline{
    "a", "abbr", "b", "code", "em", "i", "span", "strong", "sub", "sup"};

bool is_block(std::string_view tag) {
    if (tag.starts_with('/')) tag.remove_prefix(1);
    auto name = tag.substr(0, tag.find_first_of(" \t\n/>"));
    return std::ranges::find(kInline, name) == kInline.end();
}

}  // namespace

std::string text_of_html(std::string_view html) {
    std::string text;
    text.reserve(html.size());
    for (std::size_t at = 0; at < html.size();) {
        auto rest = html.substr(at);
        if (rest.front() == '<') {
            auto end = std::min(rest.find('>'), rest.size() - 1);
            if (is_block(rest.substr(1, end)) && !text.empty() && text.back() != '\n') text += '\n';
            at += end + 1;
            continue;
        }
        const auto* entity = std::ranges::find_if(
            kEntities, [rest](const auto& each) { return rest.starts_with(each.first); });
        if (rest.front() == '&' && entity != kEntities.end()) {
            text += entity->second;
            at += entity->first.size();
            continue;
        }
        bool line_end = rest.front() == '\n' && !text.empty() && text.back() != '\n';
        if (rest.front() != '\n' || line_end) text += rest.front() == '\n' ? ' ' : rest.front();
        ++at;
    }
    return text;
}

}  // namespace okienko::generator
