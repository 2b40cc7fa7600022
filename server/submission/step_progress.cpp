#include "server/submission/step_progress.hpp"

#include <algorithm>

#include "server/submission/cell_check.hpp"
#include "server/submission/new_cards.hpp"
#include "server/submission/step_rows.hpp"

namespace okienko::server {
namespace {

bool is_begun(const model::Node& cells, CardKind kind, const FormStep& step) {
    return std::ranges::any_of(step.keys, [&](std::string_view key) {
        const auto* cell = cells.find(key);
        return cell && !is_blank(*cell) && !is_of_new_card(kind, key, cells.text(key));
    });
}

}  // namespace

std::vector<StepProgress> progress_of(const Dossier& dossier,
                                      const std::vector<DossierFault>& faults) {
    std::vector<StepProgress> all;
    for (const auto& card : dossier.cards()) {
        std::size_t number = 0;
        for (const auto& step : steps_of(card.kind)) {
            StepProgress progress{.card = card,
                                  .step = &step,
                                  .number = ++number,
                                  .begun = is_begun(*dossier.card(card), card.kind, step),
                                  .faults = {}};
            for (const auto& each : faults) {
                bool here = each.card == card && &step_of_path(card.kind, each.fault.path) == &step;
                if (here) progress.faults.push_back(each.fault);
            }
            all.push_back(std::move(progress));
        }
    }
    return all;
}

}  // namespace okienko::server
