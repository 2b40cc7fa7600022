#include "generator/pages/service_sheet.hpp"

#include "generator/form_addresses.hpp"
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

constexpr std::size_t kMostRelated = 4;

void set_status(View& view, const ServiceVersion& service, const Words& words) {
    bool active = service->status == model::ServiceStatus::Active;
    view.words("status_title",
               active ? std::string{} : words.label("service_status", service->status));
    view.words("status_text",
               active ? std::string{} : words.label("service_status_help", service->status));
    service.texts().set(view, "alert", service->alert);
    view.words("supporting_kind",
               service->kind == model::ServiceKind::SupportingActivity
                   ? words.label("service_kind", service->kind)
                   : std::string{});
    service.texts().set(view, "lead", service->summary);
}

/// Other names are what people in this language say; in another one they are of no use.
std::string other_names(const ServiceVersion& service, const Words& words) {
    const auto& names = service->aliases;
    bool foreign =
        !names.empty() && service.texts().language_of(names.front()) != service.language();
    return foreign ? std::string{} : joined(names, words);
}

void set_content(View& view, const Site& site, const ServiceVersion& service) {
    const auto& texts = service.texts();
    set_rows(view, "purpose", card_paragraph_rows(texts, service->purpose));
    auto written_in = texts.language_of(service->description);
    view.html("description_html",
              card_html(site,
                        {"service", service->slug, "description"},
                        service->description,
                        "opis-",
                        written_in),
              written_in);
    set_rows(view, "scope", card_rows(texts, "scope_text", service->scope));
    set_rows(view, "not_included", card_rows(texts, "not_included_text", service->not_included));
    view.words("also_known", other_names(service, site.words_in(service.language())));
}

/// What the card names itself, otherwise others of the same main domain.
ServiceList related_services(const Site& site, const ServiceVersion& service) {
    ServiceList related;
    for (const auto& slug : service->related) {
        if (auto found = site.service(slug)) related.push_back(*found);
    }
    if (!related.empty() || service->domains.empty()) return related;
    for (const auto& other : site.services_of_domain(service->domains.front())) {
        if (related.size() == kMostRelated) break;
        if (other.slug() != service->slug) related.push_back(other);
    }
    return related;
}

/// The form for it, else a letter to the centre about this card, which the office will read: its
/// subject is Polish.
std::string report_address(const Site& site, const ServiceVersion& service) {
    if (site.settings().forms.outdated) return outdated_form_url(service.language(), service->slug);
    const auto& words = site.words_in(Language::Polish);
    auto card = site.service(service->slug);
    const auto& name = card ? card->name() : service->name;
    return letter_address(site.settings().contact.email,
                          words.format("service.report_subject", {{"name", name}}));
}

void set_end(View& view, const Site& site, const ServiceVersion& service, const Words& words) {
    set_rows(
        view, "related", service_rows(site, related_services(site, service), service.language()));
    set_rows(view, "contacts", contact_rows(service->contacts, site, service.texts()));
    view.words(
        "verified_text",
        words.format("service.verified", {{"date", date_words(service->verified_on, words)}}));
    service.texts().set(view, "verified_by", service->verified_by);
    view.value("leaflet_url", leaflet_address(service->slug));
    view.value("report_url", report_address(site, service));
    bool changes = site.settings().forms.submissions;
    view.value("change_url",
               changes ? in_language(service.language(), "/zmien-usluge?usluga=" + service->slug)
                       : std::string{});
    // The sheet tells itself when it was checked, so the frame's date stays out.
    view.nothing("page_updated");
}

std::vector<View> glance_places(const Site& site,
                                const ServiceVersion& service,
                                const Words& words) {
    std::vector<View> rows;
    for (const auto& slug : service->places) {
        const auto* place = site.place(slug);
        if (!place) continue;
        auto line = place_line(*place, words);
        rows.emplace_back(service.language()).words("glance_place", line, Language::Polish);
    }
    auto ways = delivery_away(service->delivery_modes, words);
    if (!ways.empty()) {
        rows.emplace_back(service.language()).words("glance_place", joined(ways, words));
    }
    return rows;
}

/// Where the whole card can be read in Polish, on a page in another language.
void set_version(View& view, const ServiceVersion& service) {
    bool polish = service.language() == Language::Polish;
    view.value("polish_url", polish ? std::string{} : service_address(service->slug));
}

}  // namespace

View service_sheet(const Site& site, const ServiceVersion& service) {
    View view{service.language()};
    const auto& words = site.words_in(service.language());
    set_version(view, service);
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

void set_glance(View& view, const Site& site, const ServiceVersion& service) {
    const auto& words = site.words_in(service.language());
    view.words("glance_cost", fee_summary(service->fee_mode, service->fees, site.clock(), words));
    view.words("glance_decision", words.label("decision_mode", service->decision_mode));
    set_rows(view, "glance_places", glance_places(site, service, words));
    auto next = next_meetings(site, service->schedules, 1);
    bool known = !next.empty();
    view.value("glance_next_iso",
               known ? language::date_iso(next.front().occurrence.date) : std::string{});
    view.words("glance_next", known ? meeting_words(next.front(), words) : std::string{});
    view.nothing("glance_next_title");
    if (known) service.texts().set(view, "glance_next_title", next.front().schedule->title);
    set_call(view, service->contacts, site, service.texts());
}

void set_price(View& view, const Site& site, const ServiceVersion& service) {
    const auto& words = site.words_in(service.language());
    view.words("price_mode", words["service." + std::string{name(service->fee_mode)}]);
    const auto& texts = service.texts();
    set_rows(view, "fees_note", card_paragraph_rows(texts, service->fees_note));
    bool free = service->fee_mode == model::FeeMode::Free;
    set_rows(view,
             "fees",
             free ? std::vector<View>{} : fee_rows(service->fees, texts, site.clock(), words));
    view.words("fees_period", fees_period(service->fees, site.clock(), words));
    auto reliefs = relief_rows(service->reliefs, texts, words);
    view.flag("lacks_reliefs", !free && reliefs.empty());
    set_rows(view, "reliefs", std::move(reliefs));
}

}  // namespace okienko::generator
