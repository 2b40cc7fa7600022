#include "model/document.hpp"

#include <charconv>

namespace okienko::model {
namespace {

const Node::Array kNoGroups;
const Node kEmptyTable;

template <class T>
const T* value_of(const Node& table, std::string_view key) {
    const Node* node = table.find(key);
    return node ? node->as<T>() : nullptr;
}

/// One step of a path: "schedules[2]" is the member 2 of the list under "schedules".
const Node* step(const Node& from, std::string_view segment) {
    auto bracket = segment.find('[');
    const Node* found = from.find(segment.substr(0, bracket));
    if (!found || bracket == std::string_view::npos) return found;
    std::size_t index = 0;
    std::from_chars(segment.data() + bracket + 1, segment.data() + segment.size(), index);
    const auto* list = found->as<Node::Array>();
    return list && index < list->size() ? &(*list)[index] : found;
}

}  // namespace

Node::Node() : value(Table{}) {}
Node::Node(Value the_value, int the_line, int the_column)
    : line(the_line), column(the_column), value(std::move(the_value)) {}

const DocumentEntry* Node::find_entry(std::string_view key) const {
    const auto* table = as<Table>();
    if (!table) return nullptr;
    for (const auto& entry : *table) {
        if (entry.key == key) return &entry;
    }
    return nullptr;
}

const Node* Node::find(std::string_view key) const {
    const auto* entry = find_entry(key);
    return entry ? &entry->value : nullptr;
}

std::string Node::text(std::string_view key) const {
    const auto* found = value_of<std::string>(*this, key);
    return found ? *found : std::string{};
}

std::optional<std::int64_t> Node::integer(std::string_view key) const {
    const auto* found = value_of<std::int64_t>(*this, key);
    return found ? std::optional{*found} : std::nullopt;
}

std::optional<double> Node::decimal(std::string_view key) const {
    if (const auto* found = value_of<double>(*this, key)) return *found;
    if (auto whole = integer(key)) return static_cast<double>(*whole);
    return std::nullopt;
}

bool Node::boolean(std::string_view key, bool otherwise) const {
    const auto* found = value_of<bool>(*this, key);
    return found ? *found : otherwise;
}

std::optional<Date> Node::date(std::string_view key) const {
    const auto* found = value_of<Date>(*this, key);
    return found ? std::optional{*found} : std::nullopt;
}

std::optional<TimeOfDay> Node::time(std::string_view key) const {
    return parse_time_of_day(text(key));
}

std::optional<Money> Node::money(std::string_view key) const {
    return parse_money(text(key));
}

std::vector<std::string> Node::texts(std::string_view key) const {
    std::vector<std::string> values;
    if (const auto* list = value_of<Array>(*this, key)) {
        for (const auto& each : *list) {
            if (const auto* value = each.as<std::string>()) values.push_back(*value);
        }
    }
    return values;
}

std::vector<int> Node::integers(std::string_view key) const {
    std::vector<int> values;
    if (const auto* list = value_of<Array>(*this, key)) {
        for (const auto& each : *list) {
            if (const auto* value = each.as<std::int64_t>()) {
                values.push_back(static_cast<int>(*value));
            }
        }
    }
    return values;
}

const Node::Array& Node::groups(std::string_view key) const {
    const auto* list = value_of<Array>(*this, key);
    return list ? *list : kNoGroups;
}

const Node& Node::table(std::string_view key) const {
    const Node* found = find(key);
    return found && found->as<Table>() ? *found : kEmptyTable;
}

Problem problem_at(
    const Document& document, int line, int column, std::string message, std::string remedy) {
    return {SourcePosition{document.file, line, column},
            std::move(message),
            std::move(remedy),
            line_of(document.source, line)};
}

const Node& node_at(const Node& root, std::string_view path) {
    const Node* here = &root;
    while (!path.empty()) {
        auto dot = path.find('.');
        const Node* next = step(*here, path.substr(0, dot));
        if (!next) break;
        here = next;
        path = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
    }
    return *here;
}

std::string line_of(std::string_view text, int number) {
    for (; number > 1; --number) {
        auto end = text.find('\n');
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + 1);
    }
    auto line = text.substr(0, text.find('\n'));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return std::string{line};
}

}  // namespace okienko::model
