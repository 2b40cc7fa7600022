#pragma once

#include "exchange/node_table.hpp"
#include "model/document.hpp"
#include "model/service.hpp"

/// Groups of a service that HSDS has lists for, moved out of its card.
namespace okienko::exchange {

/// Fees, then reliefs: one cost option each.
void add_costs(const model::Service& service, model::Node& card, ObjectMaker& object);

/// Required documents, contacts, funding and capacities.
void add_groups(const model::Service& service, model::Node& card, ObjectMaker& object);

}  // namespace okienko::exchange
