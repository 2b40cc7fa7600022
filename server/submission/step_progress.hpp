#pragma once

#include <cstddef>
#include <vector>

#include "server/submission/dossier.hpp"
#include "server/submission/form_steps.hpp"
#include "server/submission/submitted_cards.hpp"

namespace okienko::server {

/// How far one step of a card's form is.
struct StepProgress {
    CardRef card;
    const FormStep* step;
    std::size_t number;  ///< Within its card, from 1.
    bool begun;          ///< Something was written in it, besides what a new card comes with.
    std::vector<CellFault> faults;
};

/// Every step of every card, in their order, with those of the faults that belong to it.
std::vector<StepProgress> progress_of(const Dossier& dossier,
                                      const std::vector<DossierFault>& faults);

}  // namespace okienko::server
