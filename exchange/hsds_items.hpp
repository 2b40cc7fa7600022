#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "exchange/hsds_names.hpp"
#include "exchange/known_cards.hpp"
#include "exchange/node_table.hpp"
#include "model/document.hpp"

/// Parts of HSDS objects as parts of our cards. They take what they read out of the object.
namespace okienko::exchange {

/// A card without entries, with room for all that the object may fill.
model::Node empty_card(const model::Node& object);

/// Puts the UUID on the card and answers with the source's own id when that is none.
std::string put_id(const KnownCards& known,
                   model::Node& object,
                   model::Node& card,
                   std::string_view kind);

/// The object as its source wrote it; empty when the card says it all. Nothing in the object was
/// met before.
std::string original_of(const model::Node& object, bool foreign);

/// What our own export says beyond HSDS.
void add_profile(model::Node& object, model::Node& card);

void put_contacts(model::Node& object, model::Node& card, bool foreign);

/// Moves values that only have another name.
void rename_all(model::Node& object, std::span<const HsdsName> names, model::Node& card);

/// Puts our own words over those of HSDS: what they say counts.
void overlay(model::Node& card, model::Node extra);

/// A member of a list whose fields have other names only.
model::Node item_card(model::Node& item, std::span<const HsdsName> names);

/// Amounts are numbers in HSDS and exact texts with us.
model::Node exact_amount(model::Node amount);

model::Node fee_card(model::Node& option);
model::Node relief_card(model::Node& option, model::Node relief);
model::Node contact_card(model::Node& contact);
model::Node capacity_card(model::Node& capacity);

/// Appends a text to a list of texts, unless it is there.
void add_text(model::Node& card, std::string_view key, model::Node value);

/// Makes a list of the card from one of the object.
template <class Convert>
void put_items(model::Node& object,
               std::string_view array,
               model::Node& card,
               std::string_view key,
               Convert convert) {
    model::Node::Array cards;
    for (auto& item : pull_list(object, array)) {
        if (is_table(item)) cards.push_back(convert(item));
    }
    if (cards.empty()) return;
    put(card, key, model::Node{std::move(cards), object.line, object.column});
}

}  // namespace okienko::exchange
