#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/catalogue_rows.hpp"

namespace okienko::db {

/// The row ids of the cards of one kind, found by what other cards call them (a slug, a SIMC id).
class RowIds {
  public:
    template <class Card>
    RowIds(std::string_view table, const std::vector<Numbered<Card>>& cards, std::string Card::*key)
        : table_(table) {
        ids_.reserve(cards.size());
        for (const auto& [id, card] : cards) add(card->*key, id);
    }

    void add(const std::string& key, RowId id) { ids_.insert_or_assign(key, id); }

    /// Throws DatabaseError when there is no such card.
    [[nodiscard]] RowId at(const std::string& key) const;

    /// A reference that may be absent: nothing for an empty key.
    [[nodiscard]] std::optional<RowId> at_optional(const std::string& key) const;

  private:
    std::string_view table_;
    std::unordered_map<std::string, RowId> ids_;
};

/// The ids of all that can be referred to.
struct CatalogueIds {
    explicit CatalogueIds(const CatalogueRows& rows);

    RowIds domains;
    RowIds audiences;
    RowIds situations;
    RowIds localities;  ///< By SIMC.
    RowIds programmes;
    RowIds places;
    RowIds providers;
    RowIds services;
};

}  // namespace okienko::db
