#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "db/error.hpp"
#include "db/statement_row.hpp"

/// Lists within a card, one table each: written and read in one pass over the table, whatever the
/// number of cards.
namespace okienko::db {

/// A card (or a group within one) and the number of its row.
template <class Card>
struct Numbered {
    RowId id;
    const Card* card;
};

/// Cards to be written, in the order of their rows.
template <class Card>
using NumberedCards = std::span<const Numbered<Card>>;

/// The cards with the numbers that they get when the whole catalogue is written: from 1.
template <class Card>
std::vector<Numbered<Card>> numbered(const std::vector<Card>& cards) {
    std::vector<Numbered<Card>> all;
    all.reserve(cards.size());
    for (const auto& card : cards) all.push_back({static_cast<RowId>(all.size()) + 1, &card});
    return all;
}

/// Inserts the list `items` of every owner. `sql` has the parameters :owner and :position;
/// `bind_item(row, item)` binds the others.
template <class Owner, class Item, class BindItem>
void write_children(const Inserts& inserts,
                    const char* sql,
                    std::type_identity_t<NumberedCards<Owner>> owners,
                    std::vector<Item> Owner::*items,
                    BindItem bind_item) {
    RowInsert row(inserts, sql, Pace::Gathered);
    for (const auto& [id, owner] : owners) {
        int position = 0;
        for (const Item& item : owner->*items) {
            row.bind(":owner", id).bind(":position", position++);
            bind_item(row, item);
            row.insert();
        }
    }
    row.finish();
}

/// Cards (or groups within cards) that have been read, found by the ids of their rows. Refers to
/// them: they must stay where they are.
template <class Owner>
class OwnersById {
  public:
    /// `ids[i]` is the id of the i-th owner.
    OwnersById(const std::vector<RowId>& ids, std::vector<Owner>& owners) {
        entries_.reserve(owners.size());
        for (auto& owner : owners) entries_.push_back({ids[entries_.size()], &owner});
        std::ranges::sort(entries_, {}, &Entry::id);
    }

    /// For groups within cards; `ids` in the order of the cards, then of the groups in each.
    template <class Card>
    OwnersById(const std::vector<RowId>& ids,
               std::vector<Card>& cards,
               std::vector<Owner> Card::*groups) {
        entries_.reserve(ids.size());
        for (auto& card : cards) {
            for (auto& group : card.*groups) entries_.push_back({ids[entries_.size()], &group});
        }
        std::ranges::sort(entries_, {}, &Entry::id);
    }

    [[nodiscard]] std::size_t size() const { return entries_.size(); }

    /// Throws DatabaseError when there is no such owner.
    Owner& at(RowId id) {
        // Rows come in the order of their owners: the same one again, or one soon after it.
        auto from = found_ < entries_.size() && entries_[found_].id <= id ? found_ : 0;
        while (from < entries_.size() && entries_[from].id < id) ++from;
        if (from == entries_.size() || entries_[from].id != id) {
            throw DatabaseError("w bazie jest wiersz bez właściciela nr " + std::to_string(id),
                                "przywróć plik z kopii zapasowej");
        }
        found_ = from;
        return *entries_[found_].owner;
    }

  private:
    struct Entry {
        RowId id;
        Owner* owner;
    };

    std::vector<Entry> entries_;
    std::size_t found_ = 0;
};

/// Reads the rows of `sql` into the list `items` of their owners. The first column is the owner's
/// id; `read_item(row)` reads the others. `sql` orders by owner and position.
template <class Owner, class Item, class ReadItem>
void read_children(const SQLite::Database& database,
                   const char* sql,
                   OwnersById<Owner>& owners,
                   std::vector<Item> Owner::*items,
                   ReadItem read_item) {
    RowCursor row(database, sql);
    // A list is gathered first and then stored in just the memory that it needs.
    Owner* owner = nullptr;
    std::vector<Item> gathered;
    auto store = [&] {
        if (owner) {
            (owner->*items)
                .assign(std::make_move_iterator(gathered.begin()),
                        std::make_move_iterator(gathered.end()));
        }
        gathered.clear();
    };
    while (row.next()) {
        Owner& next = owners.at(row.id());
        if (&next != owner) store();
        owner = &next;
        gathered.push_back(read_item(row));
    }
    store();
}

}  // namespace okienko::db
