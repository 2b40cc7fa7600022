#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "exchange/hsds_names.hpp"
#include "exchange/node_table.hpp"
#include "model/catalogue.hpp"
#include "model/document.hpp"
#include "model/place.hpp"
#include "model/provider.hpp"
#include "model/service.hpp"

/// Cards and parts of cards as objects of HSDS. They take what they write out of the card.
namespace okienko::exchange {

/// The id of what has none of its own: the same in every export.
std::string child_id(const std::string& owner, std::string_view list, std::size_t index);

/// Puts every entry of a card where HSDS has a name for it, or into `extra`.
void sort_out(model::Node& card,
              std::span<const HsdsName> names,
              ObjectMaker& object,
              ObjectMaker& extra);

/// A list of groups whose members differ from ours by names only.
model::Node::Array group_objects(const std::string& owner,
                                 std::string_view list,
                                 model::Node::Array& cards,
                                 std::span<const HsdsName> names);

model::Node::Array contact_objects(const std::string& owner, model::Node::Array& cards);

/// NIP, REGON and KRS, those that there are.
model::Node::Array identifier_objects(const model::Provider& provider);

/// The one address of a place.
model::Node address_object(const model::Place& place, model::Node postal_code, model::Node city);

/// A term of ours from what services carry of it: code, name and description.
model::Node term_object(const Taxonomy& taxonomy, const model::Node& term);

model::Node area_object(const model::Locality& locality, const std::string& id);

model::Node program_object(const model::Programme& programme);

}  // namespace okienko::exchange
