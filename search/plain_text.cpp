#include "search/plain_text.hpp"

namespace okienko::search {
namespace {

/// The line without what makes it a heading, an item or a quotation.
std::string_view without_marker(std::string_view line) {
    auto begin = line.find_first_not_of(" \t>#");
    if (begin == std::string_view::npos) return {};
    line.remove_prefix(begin);
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) {
        line.remove_prefix(2);
    }
    auto digits = line.find_first_not_of("0123456789");
    bool item = digits != std::string_view::npos && digits > 0 && digits < 4 &&
                line.substr(digits).starts_with(". ");
    return item ? line.substr(digits + 2) : line;
}

void append_line(std::string_view line, std::string& out) {
    for (std::size_t at = 0; at < line.size(); ++at) {
        char c = line[at];
        if (c == '*' || c == '_' || c == '`' || c == '[' || c == '|') continue;
        if (c == '!' && at + 1 < line.size() && line[at + 1] == '[') continue;
        if (c == ']') {
            bool leads = at + 1 < line.size() && line[at + 1] == '(';
            auto end = leads ? line.find(')', at) : std::string_view::npos;
            if (end != std::string_view::npos) at = end;
            continue;
        }
        out += c;
    }
}

}  // namespace

std::string plain_text(std::string_view markdown, std::size_t enough) {
    std::string plain;
    bool paragraph_ends = false;
    while (!markdown.empty() && plain.size() < enough) {
        auto end = markdown.find('\n');
        auto raw = markdown.substr(0, end);
        markdown.remove_prefix(end == std::string_view::npos ? markdown.size() : end + 1);
        auto line = without_marker(raw);
        if (line.empty() || line.starts_with("```") || line.starts_with("+++")) {
            paragraph_ends = true;
            continue;
        }
        bool new_block = paragraph_ends || line.data() != raw.data();
        if (!plain.empty()) plain += new_block ? '\n' : ' ';
        append_line(line, plain);
        paragraph_ends = false;
    }
    return plain;
}

}  // namespace okienko::search
