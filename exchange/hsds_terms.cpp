#include "exchange/hsds_terms.hpp"

#include <algorithm>
#include <array>

#include "exchange/hsds_items.hpp"

namespace okienko::exchange {

using model::Node;

const Taxonomy* our_taxonomy(const std::string& id) {
    static const std::array kIds{
        taxonomy_id(kTaxonomies[0]), taxonomy_id(kTaxonomies[1]), taxonomy_id(kTaxonomies[2])};
    auto found = std::ranges::find(kIds, id);
    return found == kIds.end() ? nullptr : &kTaxonomies[found - kIds.begin()];
}

void map_term(const Node& term, const std::vector<TaxonomyRule>& rules, Node& card) {
    const auto& detail = term.table("taxonomy_detail");
    for (const auto& rule : rules) {
        bool taxonomy = rule.taxonomy.empty() || rule.taxonomy == term.text("taxonomy_id") ||
                        rule.taxonomy == term.text("taxonomy") ||
                        rule.taxonomy == detail.text("id") || rule.taxonomy == detail.text("name");
        bool named = rule.term == term.text("code") || rule.term == term.text("name") ||
                     rule.term == term.text("id");
        if (!taxonomy || !named) continue;
        if (!rule.domain.empty()) add_text(card, "domains", Node{rule.domain});
        if (!rule.audience.empty()) add_text(card, "audiences", Node{rule.audience});
        if (!rule.situation.empty()) add_text(card, "situations", Node{rule.situation});
    }
}

}  // namespace okienko::exchange
