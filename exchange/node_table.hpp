#pragma once

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "model/document.hpp"

/// Tables of nodes, entry by entry: how cards become HSDS objects and come back.
namespace okienko::exchange {

inline model::Node::Table& table_of(model::Node& node) {
    return *std::get_if<model::Node::Table>(&node.value);
}

inline bool is_table(const model::Node& node) {
    return node.as<model::Node::Table>() != nullptr;
}

/// Adds an entry, or replaces the one with that key.
inline void put(model::Node& table, std::string_view key, model::Node value) {
    auto& entries = table_of(table);
    auto found = std::ranges::find(entries, key, &model::DocumentEntry::key);
    if (found != entries.end()) {
        found->value = std::move(value);
        return;
    }
    int line = value.line;
    int column = value.column;
    entries.push_back({std::string{key}, line, column, std::move(value)});
}

/// Moves a value out of its table; what it was stays behind as an empty shell.
inline std::optional<model::Node> take(model::Node& table, std::string_view key) {
    if (!is_table(table)) return std::nullopt;
    auto& entries = table_of(table);
    auto found = std::ranges::find(entries, key, &model::DocumentEntry::key);
    if (found == entries.end()) return std::nullopt;
    auto value = std::move(found->value);
    entries.erase(found);
    return value;
}

/// The same where nobody minds the order of what stays.
inline std::optional<model::Node> pull(model::Node& table, std::string_view key) {
    if (!is_table(table)) return std::nullopt;
    auto& entries = table_of(table);
    auto found = std::ranges::find(entries, key, &model::DocumentEntry::key);
    if (found == entries.end()) return std::nullopt;
    auto value = std::move(found->value);
    if (found != std::prev(entries.end())) *found = std::move(entries.back());
    entries.pop_back();
    return value;
}

/// The members of a list moved out of a table; none when there is no such list.
inline model::Node::Array take_list(model::Node& table, std::string_view key) {
    auto taken = take(table, key);
    if (!taken) return {};
    auto* list = std::get_if<model::Node::Array>(&taken->value);
    return list ? std::move(*list) : model::Node::Array{};
}

inline model::Node::Array pull_list(model::Node& table, std::string_view key) {
    auto pulled = pull(table, key);
    if (!pulled) return {};
    auto* list = std::get_if<model::Node::Array>(&pulled->value);
    return list ? std::move(*list) : model::Node::Array{};
}

/// Makes an object entry by entry, in the order in which it will be written.
class ObjectMaker {
  public:
    ObjectMaker& add(std::string_view key, model::Node value) {
        entries_.push_back({std::string{key}, value.line, value.column, std::move(value)});
        return *this;
    }
    ObjectMaker& add(std::string_view key, std::string text) {
        return add(key, model::Node{std::move(text)});
    }
    ObjectMaker& add(std::string_view key, const char* text) { return add(key, std::string{text}); }

    /// Leaves out what is empty.
    ObjectMaker& add_list(std::string_view key, model::Node::Array members) {
        return members.empty() ? *this : add(key, model::Node{std::move(members)});
    }
    ObjectMaker& add_unless_empty(std::string_view key, ObjectMaker& object) {
        return object.entries_.empty() ? *this : add(key, object.done());
    }

    model::Node done() { return model::Node{std::exchange(entries_, {})}; }

  private:
    model::Node::Table entries_;
};

}  // namespace okienko::exchange
