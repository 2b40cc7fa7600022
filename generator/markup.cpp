#include "generator/markup.hpp"

#include <algorithm>

namespace okienko::generator {
namespace {

std::string_view escape_of(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        default:
            return "&quot;";
    }
}

/// Every character of a site comes by here. All four stand before the letters.
constexpr bool needs_escape(char c) {
    if (static_cast<unsigned char>(c) > '>') return false;
    return c == '&' || c == '<' || c == '>' || c == '"';
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (!needs_escape(c)) continue;
        out.append(text, copied, i - copied);
        out += escape_of(c);
        copied = i + 1;
    }
    out.append(text, copied);
}

std::string escape_markup(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    append_escaped(escaped, text);
    return escaped;
}

std::string breakable_address(std::string_view address) {
    std::string html;
    for (std::size_t begin = 0; begin < address.size();) {
        const std::size_t end = std::min(address.find_first_of("@.", begin + 1), address.size());
        if (begin != 0) html += "<wbr>";
        append_escaped(html, address.substr(begin, end - begin));
        begin = end;
    }
    return html;
}

}  // namespace okienko::generator
