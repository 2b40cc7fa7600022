#include "generator/accessibility_settings.hpp"

namespace okienko::generator {
namespace {

using model::Node;

/// A site that complies in full has nothing to list, and an excuse of costs needs its analysis.
void check_declaration_status(const Node& node, SettingsProblems& problems) {
    if (node.choice<ComplianceStatus>("status") == ComplianceStatus::Full) {
        for (const auto* key : {"barriers", "exempt", "costs"}) {
            if (const Node* listed = node.find(key)) {
                problems.report(*listed,
                                "strona jest w pełni zgodna, a wymieniasz niedostępne treści",
                                "wpisz status = \"partial\" albo usuń tę listę");
            }
        }
    }
    if (node.find("costs") && !node.find("costs_url")) {
        problems.report(*node.find("costs"),
                        "nadmierne koszty bez opublikowanej analizy",
                        "dopisz costs_url, adres tej analizy");
    }
}

void check_declaration_dates(const Node& node, SettingsProblems& problems) {
    if (node.date("updated_on") < node.date("published_on")) {
        problems.report(*node.find("updated_on"),
                        "stronę zmieniono, zanim ją opublikowano",
                        "popraw published_on albo updated_on");
    }
    if (node.find("reviewed_on") && node.date("reviewed_on") < node.date("declared_on")) {
        problems.report(*node.find("reviewed_on"),
                        "przegląd deklaracji jest wcześniejszy niż sama deklaracja",
                        "popraw declared_on albo reviewed_on");
    }
}

std::vector<MobileApp> read_apps(const Node& node) {
    std::vector<MobileApp> apps;
    for (const auto& app : node.groups("apps")) {
        apps.push_back({.name = app.text("name"), .url = app.text("url")});
    }
    return apps;
}

}  // namespace

AccessibilitySettings read_accessibility_settings(const Node& node, SettingsProblems& problems) {
    check_declaration_dates(node, problems);
    check_declaration_status(node, problems);
    return {.scope = node.text("scope"),
            .published_on = node.date("published_on").value(),
            .updated_on = node.date("updated_on").value(),
            .declared_on = node.date("declared_on").value(),
            .reviewed_on = node.date("reviewed_on"),
            .status = node.choice<ComplianceStatus>("status").value(),
            .assessment = node.text("assessment"),
            .report_url = node.text("report_url"),
            .barriers = node.texts("barriers"),
            .exempt = node.texts("exempt"),
            .costs = node.texts("costs"),
            .costs_url = node.text("costs_url"),
            .shortcuts = node.texts("shortcuts"),
            .contact_unit = node.text("contact_unit"),
            .contact_phone = node.text("contact_phone"),
            .contact_email = node.text("contact_email"),
            .apps = read_apps(node),
            .architecture = node.texts("architecture"),
            .architecture_url = node.text("architecture_url"),
            .communication = node.texts("communication")};
}

}  // namespace okienko::generator
