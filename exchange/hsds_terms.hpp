#pragma once

#include <string>
#include <vector>

#include "exchange/hsds_names.hpp"
#include "exchange/known_cards.hpp"
#include "model/document.hpp"

namespace okienko::exchange {

/// The dictionary of ours that has this id as a taxonomy; null for anybody else's.
const Taxonomy* our_taxonomy(const std::string& id);

/// Puts on the card the words of ours that the centre's settings have for somebody else's term.
void map_term(const model::Node& term, const std::vector<TaxonomyRule>& rules, model::Node& card);

}  // namespace okienko::exchange
