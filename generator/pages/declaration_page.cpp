#include "generator/pages/declaration_page.hpp"

#include "generator/declaration_check.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/phones.hpp"
#include "language/typography.hpp"

namespace okienko::generator {
namespace {

using language::Language;

/// Settings are Polish in every language version.
void set_polish(View& view, ViewName name, std::string_view text) {
    view.value(name, language::typeset(text, Language::Polish));
}

void set_sentences(View& view, ListName name, const std::vector<std::string>& sentences) {
    set_rows(view, name, text_rows(Language::Polish, "sentence", sentences));
}

void set_dates(View& view, const Site& site, const AccessibilitySettings& stated) {
    auto language = view.language();
    view.object("site_published", date_view(site, language, stated.published_on));
    view.object("site_changed", date_view(site, language, stated.updated_on));
    view.object("declared", date_view(site, language, stated.declared_on));
    view.nothing("reviewed");
    if (stated.reviewed_on) view.object("reviewed", date_view(site, language, *stated.reviewed_on));
}

void set_contact(View& view, const AccessibilitySettings& stated) {
    set_polish(view, "contact_unit", stated.contact_unit);
    view.value("contact_email", stated.contact_email);
    view.value("contact_phone_uri", language::phone_uri(stated.contact_phone));
    view.value("contact_phone_text", language::phone_display(stated.contact_phone));
}

void set_barriers(View& view, const AccessibilitySettings& stated) {
    bool incomplete = stated.status != ComplianceStatus::Full;
    bool described = !stated.barriers.empty() || !stated.exempt.empty() || !stated.costs.empty();
    view.flag("is_incomplete", incomplete);
    view.flag("is_described", described);
    set_sentences(view, "barriers", stated.barriers);
    set_sentences(view, "exempt", stated.exempt);
    set_sentences(view, "costs", stated.costs);
    view.value("costs_url", stated.costs_url);
}

void set_apps(View& view, const AccessibilitySettings& stated) {
    std::vector<View> rows;
    for (const auto& app : stated.apps) {
        View row{Language::Polish};
        row.words("app_name", app.name).value("app_url", app.url);
        rows.push_back(std::move(row));
    }
    set_rows(view, "apps", std::move(rows));
}

View declaration_view(const Site& site, Language language) {
    const auto& settings = site.settings();
    const auto& stated = settings.accessibility;
    View view{language};
    set_polish(view, "declaring_body", settings.centre.name);
    set_polish(view, "declared_scope", stated.scope);
    view.value("declared_url", settings.site.url + "/");
    set_dates(view, site, stated);
    view.words("status_sentence",
               site.words_in(language).label("declaration_status", stated.status));
    set_barriers(view, stated);
    set_polish(view, "assessment", stated.assessment);
    view.value("report_url", stated.report_url);
    set_sentences(view, "shortcuts", stated.shortcuts);
    set_contact(view, stated);
    set_apps(view, stated);
    set_polish(view,
               "main_address",
               settings.contact.street + ", " + settings.contact.postal_code + " " +
                   settings.contact.city);
    set_sentences(view, "architecture", stated.architecture);
    view.value("architecture_url", stated.architecture_url);
    set_sentences(view, "communication", stated.communication);
    return view;
}

PageHead declaration_head(const Site& site, Language language) {
    const auto& words = site.words_in(language);
    PageHead head;
    head.address = declaration_address(language);
    head.title = words["nav.accessibility"];
    head.description = words["declaration.description"];
    head.language = language;
    head.breadcrumbs = crumbs_to(site, language, head.address);
    head.updated_on = site.settings().accessibility.reviewed_on;
    for (auto other : site.settings().site.languages) {
        if (other != language) head.translations.push_back({other, declaration_address(other)});
    }
    return head;
}

std::vector<PageFault> faults_of(const Site& site, std::string_view html) {
    return declaration_faults(html, site.settings().accessibility);
}

}  // namespace

std::string declaration_address(Language language) {
    return in_language(language, "/deklaracja-dostepnosci/");
}

void add_declaration_pages(const Site& site, Pages& pages) {
    for (auto language : site.settings().site.languages) {
        pages.push_back({.head = declaration_head(site, language),
                         .template_name = "declaration",
                         .body = [&site, language] { return declaration_view(site, language); },
                         .check = faults_of});
    }
}

}  // namespace okienko::generator
