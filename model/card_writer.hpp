#pragma once

#include "model/catalogue.hpp"
#include "model/document.hpp"

/// Values of the model → cards as people write them: the converse of model/card_reader. A node has
/// the keys of model/card_fields in their order; what a card leaves empty has no key.
namespace okienko::model {

Node card_node(const Service& service);
Node card_node(const Provider& provider);
Node card_node(const Place& place);
Node card_node(const Domain& domain);
Node card_node(const Audience& audience);
Node card_node(const Situation& situation);
Node card_node(const Locality& locality);
Node card_node(const Programme& programme);

}  // namespace okienko::model
