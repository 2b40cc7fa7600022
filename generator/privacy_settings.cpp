#include "generator/privacy_settings.hpp"

#include <algorithm>
#include <utility>

namespace okienko::generator {
namespace {

using model::Node;

PrivacyClause read_clause(const Node& node) {
    return {.subject = node.choice<ClauseCase>("case").value(),
            .summary = node.text("summary"),
            .purpose = node.text("purpose"),
            .bases = node.choices<LegalBasis>("basis"),
            .law = node.text("law"),
            .special_categories = node.text("special_categories"),
            .recipients = node.text("recipients"),
            .transfers = node.text("transfers"),
            .retention = node.text("retention"),
            .necessity = node.text("necessity"),
            .automated_decisions = node.text("automated_decisions")};
}

}  // namespace

PrivacySettings read_privacy_settings(const Node& node, SettingsProblems& problems) {
    PrivacySettings privacy{.officer_email = node.text("officer_email"),
                            .officer_phone = node.text("officer_phone"),
                            .officer_hours = node.text("officer_hours"),
                            .clauses = {}};
    for (const auto& group : node.groups("clauses")) {
        auto clause = read_clause(group);
        bool twin = std::any_of(
            privacy.clauses.begin(), privacy.clauses.end(), [&clause](const auto& other) {
                return other.subject == clause.subject;
            });
        if (twin) {
            problems.report(
                *group.find("case"), "ta sprawa ma już klauzulę", "zostaw jedną z nich");
        }
        privacy.clauses.push_back(std::move(clause));
    }
    return privacy;
}

}  // namespace okienko::generator
