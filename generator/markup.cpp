#include "generator/markup.hpp"

#include <algorithm>

#include "language/byte_scan.hpp"

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

/// The next character to be escaped, or the end. Every character of a site comes by here.
std::size_t next_escape(std::string_view text, std::size_t at) {
    using language::SixteenBytes;
    for (; at < text.size(); at += SixteenBytes::kSize) {
        auto found = SixteenBytes{text, at}.equal_to('&', '<', '>', '"');
        if (!found.empty()) return at + found.first();
    }
    return text.size();
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    std::size_t copied = 0;
    for (auto at = next_escape(text, 0); at < text.size(); at = next_escape(text, copied)) {
        out.append(text, copied, at - copied);
        out += escape_of(text[at]);
        copied = at + 1;
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
