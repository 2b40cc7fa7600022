#include "server/submission/new_cards.hpp"

#include <algorithm>
#include <utility>

#include "server/secrets.hpp"

namespace okienko::server {
namespace {

constexpr std::pair<std::string_view, std::string_view> kOfNewService[] = {
    {"kind", "service"},
    {"status", "active"},
    {"task", "own"},
    {"decision_mode", "programme"},
    {"fee_mode", "free"},
    {"languages", "pl"},
    {"applicants", "interested_person"},
};

}  // namespace

model::Node new_card() {
    model::Node cells{model::Node::Table{}};
    set_cell(cells, "id", random_uuid());
    return cells;
}

model::Node new_service() {
    auto cells = new_card();
    for (auto [key, text] : kOfNewService) set_cell(cells, key, std::string{text});
    return cells;
}

bool is_of_new_card(CardKind kind, std::string_view key, std::string_view text) {
    return kind == CardKind::Service && std::ranges::count(kOfNewService, std::pair{key, text}) > 0;
}

}  // namespace okienko::server
