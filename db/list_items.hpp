#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/child_rows.hpp"

/// Tables that hold several plain lists of a card, each row with the name of its list.
namespace okienko::db {

inline void bind_item(RowInsert& row, const std::string& text) {
    row.bind(":value", text);
}

template <class E>
requires std::is_enum_v<E>
void bind_item(RowInsert& row, E value) {
    row.bind(":value", value);
}

/// Lists are short and there are many: none takes more memory than it needs.
inline void read_item(RowCursor& row, std::vector<std::string>& items) {
    items.reserve(items.size() + 1);
    items.push_back(row.text());
}

template <class E>
requires std::is_enum_v<E>
void read_item(RowCursor& row, std::vector<E>& items) {
    items.reserve(items.size() + 1);
    items.push_back(row.choice<E>());
}

/// A list of a card and what the column `list` calls it.
template <class Owner, class Item>
struct NamedList {
    const char* name;
    std::vector<Item> Owner::*items;
};
template <class Owner, class Item>
NamedList(const char*, std::vector<Item> Owner::*) -> NamedList<Owner, Item>;

/// `row` has the parameters :owner, :list, :position and :value.
template <class Owner, class Item>
void write_list(RowInsert& row, RowId id, const Owner& owner, NamedList<Owner, Item> list) {
    int position = 0;
    for (const Item& item : owner.*(list.items)) {
        row.bind(":owner", id).bind_literal(":list", list.name).bind(":position", position++);
        bind_item(row, item);
        row.insert();
    }
}

/// Reads the next column into `list` if that is its name; tells whether it was.
template <class Owner, class Item>
bool read_into(RowCursor& row, std::string_view name, Owner& owner, NamedList<Owner, Item> list) {
    if (name != list.name) return false;
    read_item(row, owner.*(list.items));
    return true;
}

}  // namespace okienko::db
