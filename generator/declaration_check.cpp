#include "generator/declaration_check.hpp"

#include <algorithm>
#include <string>

#include "generator/tag_scan.hpp"
#include "model/date.hpp"

namespace okienko::generator {
namespace {

constexpr std::string_view kPrefix = "a11y-";

std::string in_quotes(std::string_view id) {
    return "„" + std::string{id} + "”";
}

/// One fault for all: they have no places of their own.
void report_missing(const std::vector<std::string_view>& wanted,
                    const std::vector<std::string_view>& found,
                    std::vector<PageFault>& faults) {
    std::string missing;
    for (auto id : wanted) {
        if (std::find(found.begin(), found.end(), id) != found.end()) continue;
        missing += (missing.empty() ? "" : ", ") + in_quotes(id);
    }
    if (missing.empty()) return;
    faults.push_back({{},
                      "deklaracja dostępności nie ma wymaganego id: " + missing,
                      "dopisz je w szablonie; wzór jest w themes/default/pages/"
                      "declaration.mustache"});
}

void report_twins(const std::vector<std::string_view>& found, std::vector<PageFault>& faults) {
    for (auto each = found.begin(); each != found.end(); ++each) {
        bool second = std::count(found.begin(), each, *each) == 1;
        if (!second) continue;
        faults.push_back({"id=\"" + std::string{*each} + "\"",
                          "id " + in_quotes(*each) + " powtarza się w deklaracji dostępności",
                          "zostaw je w jednym miejscu"});
    }
}

/// What an id is for decides which tag may carry it.
void report_wrong_tag(const HtmlTag& tag, std::string_view id, std::vector<PageFault>& faults) {
    auto report = [&](std::string message, std::string remedy) {
        faults.push_back({"id=\"" + std::string{id} + "\"", std::move(message), std::move(remedy)});
    };
    if (id.starts_with("a11y-data-")) {
        if (tag.name == "time" && model::parse_date(tag.attribute("datetime"))) return;
        report(in_quotes(id) + " nie ma prawidłowej daty", "<time id=… datetime=\"2026-03-31\">");
    } else if (id == "a11y-email" || id == "a11y-telefon") {
        auto scheme = id == "a11y-email" ? "mailto:" : "tel:";
        if (tag.name == "a" && tag.attribute("href").starts_with(scheme)) return;
        report(in_quotes(id) + " nie jest odnośnikiem " + scheme, "<a id=… href=…>");
    } else if (id == "a11y-url") {
        if (tag.name == "a" && !tag.attribute("href").empty()) return;
        report(in_quotes(id) + " nie jest odnośnikiem", "<a id=… href=…>");
    }
}

}  // namespace

std::vector<std::string_view> declaration_ids(const AccessibilitySettings& stated) {
    std::vector<std::string_view> ids{"a11y-wstep",
                                      "a11y-podmiot",
                                      "a11y-zakres",
                                      "a11y-url",
                                      "a11y-data-publikacja",
                                      "a11y-data-aktualizacja",
                                      "a11y-status"};
    if (!stated.costs.empty()) ids.emplace_back("a11y-ocena");
    ids.emplace_back("a11y-data-sporzadzenie");
    if (stated.reviewed_on) ids.emplace_back("a11y-data-przeglad");
    ids.insert(ids.end(), {"a11y-kontakt", "a11y-email", "a11y-telefon", "a11y-procedura"});
    if (!stated.apps.empty()) ids.emplace_back("a11y-aplikacje");
    ids.emplace_back("a11y-architektura");
    if (!stated.architecture_url.empty()) ids.emplace_back("a11y-architektura-url");
    ids.emplace_back("a11y-komunikacja");
    return ids;
}

std::vector<PageFault> declaration_faults(std::string_view html,
                                          const AccessibilitySettings& stated) {
    std::vector<PageFault> faults;
    std::vector<std::string_view> found;
    for (const auto& tag : opening_tags(html)) {
        auto id = tag.attribute("id");
        if (!id.starts_with(kPrefix)) continue;
        found.push_back(id);
        report_wrong_tag(tag, id, faults);
    }
    report_missing(declaration_ids(stated), found, faults);
    report_twins(found, faults);
    return faults;
}

}  // namespace okienko::generator
