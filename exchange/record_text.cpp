#include "exchange/record_text.hpp"

#include <algorithm>

#include "language/utf8.hpp"

namespace okienko::exchange {
namespace {

using model::Node;

constexpr std::size_t kShownBefore = 60;
constexpr std::size_t kShownAfter = 40;

bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

int characters(std::string_view text) {
    return static_cast<int>(language::character_count(text));
}

bool find_path(const Node& node, int column, std::string& path) {
    if (node.column == column && !path.empty()) return true;
    if (const auto* table = node.as<Node::Table>()) {
        for (const auto& entry : *table) {
            auto length = path.size();
            path += (path.empty() ? "" : ".") + entry.key;
            if (entry.column == column || find_path(entry.value, column, path)) return true;
            path.resize(length);
        }
    }
    if (const auto* list = node.as<Node::Array>()) {
        for (std::size_t i = 0; i < list->size(); ++i) {
            auto length = path.size();
            path += "[" + std::to_string(i) + "]";
            if (find_path((*list)[i], column, path)) return true;
            path.resize(length);
        }
    }
    return false;
}

}  // namespace

model::Problem problem_in_record(std::string_view file,
                                 int first_line,
                                 std::string_view record,
                                 std::size_t offset,
                                 std::string message,
                                 std::string remedy) {
    offset = std::min(offset, record.size());
    auto before = record.substr(0, offset);
    auto line_start = before.rfind('\n') + 1;  // npos + 1 is 0.
    auto line_end = std::min(record.find('\n', offset), record.size());
    auto line = first_line + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    auto column = characters(before.substr(line_start)) + 1;

    auto from = offset - line_start > kShownBefore ? offset - kShownBefore : line_start;
    while (from > line_start && continues_character(record[from])) --from;
    auto to = std::min(line_end, offset + kShownAfter);
    while (to < line_end && continues_character(record[to])) ++to;
    if (to > from && record[to - 1] == '\r') --to;
    std::string shown{record.substr(from, to - from)};
    auto shown_column = characters(record.substr(line_start, from - line_start)) + 1;
    if (from > line_start) {
        shown.insert(0, "…");
        --shown_column;
    }
    return {model::SourcePosition{std::string{file}, line, column},
            std::move(message),
            std::move(remedy),
            std::move(shown),
            shown_column};
}

std::string path_to(const Node& root, int column) {
    std::string path;
    return find_path(root, column, path) ? path : std::string{};
}

}  // namespace okienko::exchange
