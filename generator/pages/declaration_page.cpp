#include "generator/pages/declaration_page.hpp"

#include "generator/pages/content_view.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/phones.hpp"

namespace okienko::generator {
namespace {

using language::Language;

constexpr auto kPolish = Language::Polish;

void set_dates(View& view, const Site& site, const AccessibilitySettings& stated) {
    view.object("site_published", date_view(site, kPolish, stated.published_on));
    view.object("site_changed", date_view(site, kPolish, stated.updated_on));
    view.object("declared", date_view(site, kPolish, stated.declared_on));
    view.nothing("reviewed");
    if (stated.reviewed_on) view.object("reviewed", date_view(site, kPolish, *stated.reviewed_on));
}

void set_contact(View& view, const AccessibilitySettings& stated) {
    view.words("contact_unit", stated.contact_unit);
    view.value("contact_email", stated.contact_email);
    view.value("contact_phone_uri", language::phone_uri(stated.contact_phone));
    view.value("contact_phone_text", language::phone_display(stated.contact_phone));
}

View declaration_view(const Site& site) {
    const auto& settings = site.settings();
    const auto& stated = settings.accessibility;
    View view{kPolish};
    view.words("declaring_body", settings.centre.name);
    view.words("declared_scope", stated.scope);
    view.value("declared_url", settings.site.url + "/");
    set_dates(view, site, stated);
    view.words("status_sentence",
               site.words_in(kPolish).label("declaration_status", stated.status));
    view.flag("is_incomplete", stated.status != ComplianceStatus::Full);
    set_rows(view, "barriers", text_rows(kPolish, "sentence", stated.barriers));
    view.words("assessment", stated.assessment);
    set_contact(view, stated);
    view.words("main_address",
               settings.contact.street + ", " + settings.contact.postal_code + " " +
                   settings.contact.city);
    view.list("architecture", text_rows(kPolish, "sentence", stated.architecture));
    view.list("communication", text_rows(kPolish, "sentence", stated.communication));
    return view;
}

}  // namespace

void add_declaration_page(const Site& site, Pages& pages) {
    const auto& words = site.words_in(kPolish);
    auto head = data_head(site,
                          "/deklaracja-dostepnosci/",
                          words["nav.accessibility"],
                          words["declaration.description"],
                          Section::Other);
    head.updated_on = site.settings().accessibility.reviewed_on;
    pages.push_back({.head = std::move(head),
                     .template_name = "declaration",
                     .source = "okienko.toml [accessibility]",
                     .body = [&site] { return declaration_view(site); }});
}

}  // namespace okienko::generator
