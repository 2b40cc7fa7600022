#include "generator/pages/service_sheet.hpp"

#include "generator/pages/card_text.hpp"
#include "generator/pages/contact_view.hpp"
#include "generator/pages/fee_view.hpp"
#include "generator/pages/phrases.hpp"
#include "generator/pages/place_view.hpp"
#include "generator/pages/schedule_view.hpp"
#include "generator/pages/service_view.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/dates.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::Service;

constexpr std::size_t kMostRelated = 4;

void set_status(View& view, const Service& service, const Words& words) {
    bool active = service.status == model::ServiceStatus::Active;
    view.words("status_title",
               active ? std::string{} : words.label("service_status", service.status));
    view.words("status_text",
               active ? std::string{} : words.label("service_status_help", service.status));
    view.words("alert", service.alert);
    view.words("supporting_kind",
               service.kind == model::ServiceKind::SupportingActivity
                   ? words.label("service_kind", service.kind)
                   : std::string{});
    view.words("lead", service.summary);
    view.words("also_known", joined(service.aliases, words));
}

void set_content(View& view, const Site& site, const Service& service) {
    constexpr auto kPolish = Language::Polish;
    set_rows(view, "purpose", paragraph_rows(kPolish, service.purpose));
    view.html(
        "description_html",
        card_html(site, {"service", service.slug, "description"}, service.description, "opis-"));
    set_rows(view, "scope", text_rows(kPolish, "scope_text", service.scope));
    set_rows(view, "not_included", text_rows(kPolish, "not_included_text", service.not_included));
}

/// What the card names itself, otherwise others of the same main domain.
ServiceList related_services(const Site& site, const Service& service) {
    ServiceList related;
    for (const auto& slug : service.related) {
        if (auto found = site.service(slug)) related.push_back(*found);
    }
    if (!related.empty() || service.domains.empty()) return related;
    for (const auto& other : site.services_of_domain(service.domains.front())) {
        if (related.size() == kMostRelated) break;
        if (other.slug() != service.slug) related.push_back(other);
    }
    return related;
}

void set_end(View& view, const Site& site, const Service& service, const Words& words) {
    set_rows(view, "related", service_rows(site, related_services(site, service)));
    set_rows(view, "contacts", contact_rows(service.contacts, site, Language::Polish));
    view.words(
        "verified_text",
        words.format("service.verified", {{"date", date_words(service.verified_on, words)}}));
    view.words("verified_by", words.format("service.verified_by", {{"who", service.verified_by}}));
    view.value("leaflet_url", leaflet_address(service.slug));
    // The sheet tells itself when it was checked, so the frame's date stays out.
    view.nothing("page_updated");
}

std::vector<View> glance_places(const Site& site, const Service& service, const Words& words) {
    std::vector<std::string> lines;
    for (const auto& slug : service.places) {
        if (const auto* place = site.place(slug)) lines.push_back(place_line(*place, words));
    }
    auto ways = delivery_away(service.delivery_modes, words);
    if (!ways.empty()) lines.push_back(joined(ways, words));
    return text_rows(Language::Polish, "glance_place", lines);
}

}  // namespace

View service_sheet(const Site& site, const Service& service) {
    View view{Language::Polish};
    const auto& words = site.words_in(Language::Polish);
    set_status(view, service, words);
    set_glance(view, site, service);
    set_who(view, site, service);
    set_content(view, site, service);
    set_price(view, site, service);
    set_documents(view, site, service);
    set_personal_data(view, site, service);
    set_procedure(view, site, service);
    set_when_and_where(view, site, service);
    set_organisation(view, site, service);
    set_end(view, site, service, words);
    return view;
}

void set_glance(View& view, const Site& site, const Service& service) {
    const auto& words = site.words_in(Language::Polish);
    view.words("glance_cost", fee_summary(service.fee_mode, service.fees, site.clock(), words));
    view.words("glance_decision", words.label("decision_mode", service.decision_mode));
    set_rows(view, "glance_places", glance_places(site, service, words));
    auto next = next_meetings(site, service.schedules, 1);
    bool known = !next.empty();
    view.value("glance_next_iso",
               known ? language::date_iso(next.front().occurrence.date) : std::string{});
    view.words("glance_next", known ? meeting_words(next.front(), words) : std::string{});
    view.words("glance_next_title", known ? next.front().schedule->title : std::string{});
    set_call(view, service.contacts, site);
}

void set_price(View& view, const Site& site, const Service& service) {
    const auto& words = site.words_in(Language::Polish);
    view.words("price_mode", words["service." + std::string{name(service.fee_mode)}]);
    set_rows(view, "fees_note", paragraph_rows(Language::Polish, service.fees_note));
    bool free = service.fee_mode == model::FeeMode::Free;
    set_rows(
        view, "fees", free ? std::vector<View>{} : fee_rows(service.fees, site.clock(), words));
    view.words("fees_period", fees_period(service.fees, site.clock(), words));
    auto reliefs = relief_rows(service, words);
    view.flag("lacks_reliefs", !free && reliefs.empty());
    set_rows(view, "reliefs", std::move(reliefs));
}

}  // namespace okienko::generator
