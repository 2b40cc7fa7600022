#include "generator/pages/content_view.hpp"
#include "generator/pages/phrases.hpp"
#include "generator/pages/service_sheet.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/numbers.hpp"

// The part of the service sheet that says who stands behind the service.
namespace okienko::generator {
namespace {

using language::Language;
using model::Capacity;
using model::Service;

View provider_link(const model::Provider& provider) {
    View row{Language::Polish};
    row.value("linked_address", provider_address(provider.slug));
    row.words("linked_title", provider.name);
    return row;
}

void set_providers(View& view, const Site& site, const Service& service, const Words& words) {
    view.nothing("provider").nothing("provider_kind");
    if (const auto* own = site.provider(service.provider)) {
        view.object("provider", provider_link(*own));
        view.words("provider_kind", words.label("provider_kind", own->kind));
    }
    std::vector<View> partners;
    for (const auto& slug : service.partners) {
        if (const auto* partner = site.provider(slug)) partners.push_back(provider_link(*partner));
    }
    set_rows(view, "partners", std::move(partners));
}

void set_programme(View& view, const Site& site, const Service& service) {
    const auto* programme = site.programme(service.programme);
    auto address = "/program/" + service.programme + "/";
    view.words("programme_name", programme ? programme->name : std::string{});
    view.value("programme_url", programme && site.content_at(address) ? address : std::string{});
    view.flag("is_new_service", programme && service.new_service);
}

std::string languages_words(const Service& service, const Words& words) {
    std::vector<std::string> names;
    for (const auto& code : service.languages) {
        const auto* name = words.find("spoken_language." + code);
        names.push_back(name ? *name : code);
    }
    return joined(names, words);
}

/// "3 wolne miejsca (wszystkich: 20)", or what of it is known.
std::string capacity_words(const Capacity& capacity, const Words& words) {
    auto unit = std::string{name(capacity.unit)};
    if (!capacity.available && !capacity.maximum) return words["service.capacity_unknown"];
    if (!capacity.available) return words.count("count.all_" + unit, *capacity.maximum);
    auto available = words.count("count.free_" + unit, *capacity.available);
    if (!capacity.maximum) return available;
    return words.format("service.capacity_of",
                        {{"available", available},
                         {"maximum", language::number(*capacity.maximum, words.language())}});
}

std::vector<View> capacity_rows(const Service& service, const Words& words) {
    std::vector<View> rows;
    for (const auto& capacity : service.capacities) {
        View row{Language::Polish};
        row.words("capacity_description", capacity.description);
        row.words("capacity_text", capacity_words(capacity, words));
        row.words("capacity_as_of",
                  words.format("dates.as_of", {{"date", date_words(capacity.updated_on, words)}}));
        rows.push_back(std::move(row));
    }
    return rows;
}

void set_domains(View& view, const Site& site, const Service& service) {
    std::vector<View> rows;
    for (const auto& slug : service.domains) {
        const auto* domain = site.domain(slug);
        if (!domain) continue;
        View row{Language::Polish};
        row.value("linked_address", domain_address(slug));
        row.words("linked_title", domain->name);
        rows.push_back(std::move(row));
    }
    set_rows(view, "in_domains", std::move(rows));
}

}  // namespace

void set_organisation(View& view, const Site& site, const Service& service) {
    const auto& words = site.words_in(Language::Polish);
    set_providers(view, site, service, words);
    set_programme(view, site, service);
    set_domains(view, site, service);
    view.words("task", words.label("task", service.task));
    view.words("languages", languages_words(service, words));
    view.words("interpretation", service.interpretation);
    view.words("funding_source", service.funding);
    view.value("website_url", service.website);
    view.words("validity", period_words(service.valid_from, service.valid_to, words));
    set_rows(view, "capacities", capacity_rows(service, words));
}

}  // namespace okienko::generator
