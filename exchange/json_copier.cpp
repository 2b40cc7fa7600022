#include "exchange/json_copier.hpp"

#include <charconv>
#include <cmath>
#include <string>
#include <utility>

namespace okienko::exchange {

using model::Node;

bool may_have_stray_controls(std::string_view token) {
    for (auto at = token.find('\\'); at != std::string_view::npos; at = token.find('\\', at + 2)) {
        if (at + 1 < token.size() &&
            std::string_view{"bfru"}.find(token[at + 1]) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

namespace {

bool is_stray_control(char c) {
    auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\t';
}

std::string without_stray_controls(std::string_view text, std::string_view token) {
    std::string kept{text};
    if (may_have_stray_controls(token)) std::erase_if(kept, is_stray_control);
    return kept;
}

}  // namespace

Node JsonCopier::copy(ondemand::value& value, int depth) {
    ondemand::json_type type = value.type();
    switch (type) {
        case ondemand::json_type::object:
            return copy_object(value, depth);
        case ondemand::json_type::array:
            return copy_array(value, depth);
        case ondemand::json_type::string: {
            std::string_view token = value.raw_json_token();
            std::string_view text = value.get_string();
            return Node{without_stray_controls(text, token), 1, column_of(token)};
        }
        case ondemand::json_type::number:
            return copy_number(value.raw_json_token());
        case ondemand::json_type::boolean: {
            auto column = column_of(value.raw_json_token());
            return Node{bool{value.get_bool()}, 1, column};
        }
        case ondemand::json_type::null:
            if (!value.is_null()) {
                throw JsonStop{offset_of(value.raw_json_token()), "to nie jest wartość JSON"};
            }
            return Node{std::string{}, 0, 0};
    }
    return {};
}

Node JsonCopier::copy_object(ondemand::value& value, int depth) {
    auto column = column_of(value.raw_json_token());
    ondemand::object object = value.get_object();
    return copy_members(object, column, depth);
}

Node JsonCopier::copy_members(ondemand::object& object, int column, int depth) {
    require_depth(depth, column);
    Node::Table entries;
    constexpr int kWide = 2;  // The object itself and our profile have the most keys.
    entries.reserve(depth < kWide ? 48 : 8);
    for (auto field : object) {
        auto key_column = column_of(field.key().raw());
        std::string key{std::string_view{field.unescaped_key()}};
        ondemand::value each = field.value();
        if (known_ && KnownObjects::is_idle(key)) continue;
        // What somebody else wrote is kept as it is.
        bool original = key == "original";
        const auto* known = original ? std::exchange(known_, nullptr) : known_;
        bool covered = known_ && KnownObjects::covers(key);
        auto node = covered ? copy_covered(each, depth + 1) : copy(each, depth + 1);
        known_ = known;
        if (!is_null(node)) entries.push_back({std::move(key), 1, key_column, std::move(node)});
    }
    return Node{std::move(entries), 1, column};
}

Node JsonCopier::copy_covered(ondemand::value& value, int depth) {
    ondemand::json_type type = value.type();
    if (type != ondemand::json_type::object) return copy(value, depth);
    ondemand::object object = value.get_object();
    std::string_view json = object.raw_json();
    auto column = column_of(json);
    while (!json.empty() && json.back() != '}') json.remove_suffix(1);
    if (const auto* replacement = known_->find(json)) {
        auto node = *replacement;
        node.column = column;
        return node;
    }
    fresh_.push_back({column, json.size()});
    object.reset();
    return copy_members(object, column, depth);
}

Node JsonCopier::copy_array(ondemand::value& value, int depth) {
    auto column = column_of(value.raw_json_token());
    require_depth(depth, column);
    Node::Array members;
    for (auto member : value.get_array()) {
        ondemand::value each = member.value();
        auto node = copy(each, depth + 1);
        if (!is_null(node)) members.push_back(std::move(node));
    }
    return Node{std::move(members), 1, column};
}

Node JsonCopier::copy_number(std::string_view token) const {
    auto column = column_of(token);
    while (!token.empty() &&
           std::string_view{" \t\r\n"}.find(token.back()) != std::string_view::npos) {
        token.remove_suffix(1);
    }
    const char* end = token.data() + token.size();
    std::int64_t whole = 0;
    if (auto [at, error] = std::from_chars(token.data(), end, whole); at == end) {
        if (error == std::errc{}) return Node{whole, 1, column};
        return Node{std::string{token}, 1, column};
    }
    double decimal = 0;
    auto [at, error] = std::from_chars(token.data(), end, decimal);
    if (at != end || error == std::errc::invalid_argument) {
        throw JsonStop{static_cast<std::size_t>(column - 1), "to nie jest liczba JSON"};
    }
    if (error == std::errc{} && std::isfinite(decimal)) return Node{decimal, 1, column};
    return Node{std::string{token}, 1, column};
}

void JsonCopier::require_depth(int depth, int column) {
    if (depth >= kDeepestJson) {
        throw JsonStop{static_cast<std::size_t>(column - 1),
                       "obiekty i listy są zagnieżdżone głębiej niż 64 razy"};
    }
}

}  // namespace okienko::exchange
