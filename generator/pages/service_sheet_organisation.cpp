#include "generator/markup.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/pages/phrases.hpp"
#include "generator/pages/service_sheet.hpp"
#include "generator/pages/text_rows.hpp"

// The part of the service sheet that says who stands behind the service.
namespace okienko::generator {
namespace {

using language::Language;

View provider_link(Language page, const model::Provider& provider) {
    View row{page};
    row.value("linked_address", provider_address(provider.slug));
    row.words("linked_title", provider.name, Language::Polish);
    return row;
}

void set_providers(View& view,
                   const Site& site,
                   const ServiceVersion& service,
                   const Words& words) {
    view.nothing("provider").nothing("provider_kind");
    if (const auto* own = site.provider(service->provider)) {
        view.object("provider", provider_link(service.language(), *own));
        view.words("provider_kind", words.label("provider_kind", own->kind));
    }
    std::vector<View> partners;
    for (const auto& slug : service->partners) {
        const auto* partner = site.provider(slug);
        if (partner) partners.push_back(provider_link(service.language(), *partner));
    }
    set_rows(view, "partners", std::move(partners));
}

void set_programme(View& view, const Site& site, const ServiceVersion& service) {
    const auto* programme = site.programme(service->programme);
    auto address = "/program/" + service->programme + "/";
    view.words("programme_name", programme ? programme->name : std::string{}, Language::Polish);
    view.value("programme_url", programme && site.content_at(address) ? address : std::string{});
    view.flag("is_new_service", programme && service->new_service);
}

std::string languages_words(const ServiceVersion& service, const Words& words) {
    std::vector<std::string> names;
    for (const auto& code : service->languages) {
        const auto* name = words.find("spoken_language." + code);
        names.push_back(name ? *name : code);
    }
    return joined(names, words);
}

void set_domains(View& view, const Site& site, const ServiceVersion& service) {
    std::vector<View> rows;
    for (const auto& slug : service->domains) {
        const auto* domain = site.domain(slug);
        if (!domain) continue;
        View row{service.language()};
        row.value("linked_address", domain_address(slug));
        row.words("linked_title", domain->name, Language::Polish);
        rows.push_back(std::move(row));
    }
    set_rows(view, "in_domains", std::move(rows));
}

}  // namespace

void set_organisation(View& view, const Site& site, const ServiceVersion& service) {
    const auto& words = site.words_in(service.language());
    set_providers(view, site, service, words);
    set_programme(view, site, service);
    set_domains(view, site, service);
    view.words("task", words.label("task", service->task));
    view.words("languages", languages_words(service, words));
    service.texts().set(view, "interpretation", service->interpretation);
    service.texts().set(view, "funding_source", service->funding);
    view.value("website_url", service->website);
    view.html("website_html", breakable_address(service->website));
    view.words("validity", period_words(service->valid_from, service->valid_to, words));
}

}  // namespace okienko::generator
