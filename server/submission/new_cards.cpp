#include "server/submission/new_cards.hpp"

#include <utility>

#include "server/secrets.hpp"
#include "server/submission/dossier.hpp"

namespace okienko::server {

model::Node new_card() {
    model::Node cells{model::Node::Table{}};
    set_cell(cells, "id", random_uuid());
    return cells;
}

model::Node new_service() {
    auto cells = new_card();
    for (auto [key, value] : {std::pair{"kind", "service"},
                              {"status", "active"},
                              {"task", "own"},
                              {"decision_mode", "programme"},
                              {"fee_mode", "free"},
                              {"languages", "pl"},
                              {"applicants", "interested_person"}}) {
        set_cell(cells, key, value);
    }
    return cells;
}

}  // namespace okienko::server
