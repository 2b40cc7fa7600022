#pragma once

#include <vector>

#include "generator/words.hpp"
#include "model/catalogue.hpp"
#include "model/checked.hpp"
#include "server/submission/cell_check.hpp"
#include "server/submission/dossier.hpp"

namespace okienko::server {

/// The cards of a dossier as the catalogue will have them.
struct SubmittedCards {
    model::Provider provider;
    std::vector<model::Place> places;
    std::vector<model::Service> services;
};

struct DossierFault {
    CardRef card;
    CellFault fault;
    bool operator==(const DossierFault&) const = default;
};

/// The cards, or everything that is wrong with them, card by card. What nobody is asked for is
/// filled in: slugs of new cards (unlike those in `known`), the municipality of a place, when and
/// by whom the service was verified (`today`, the provider), and for want of criteria one that says
/// to ask. References to other cards are checked by model::check_catalogue over `with_cards`.
model::Checked<SubmittedCards, DossierFault> read_dossier(const Dossier& dossier,
                                                          const model::Catalogue& known,
                                                          const generator::Words& words,
                                                          model::Date today);

/// The catalogue with the cards in it: in the place of those with their ids, or at the end.
model::Catalogue with_cards(model::Catalogue known, const SubmittedCards& cards);

}  // namespace okienko::server
