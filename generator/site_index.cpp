#include "generator/site_index.hpp"

#include <algorithm>

#include "language/collation.hpp"

namespace okienko::generator {
namespace {

template <class Card>
std::unordered_map<std::string_view, const Card*> by_slug(const std::vector<Card>& cards) {
    std::unordered_map<std::string_view, const Card*> index;
    index.reserve(cards.size());
    for (const auto& card : cards) index.emplace(card.slug, &card);
    return index;
}

/// Services in the order of the Polish alphabet.
ServiceList sorted_by_name(const std::vector<model::Service>& services) {
    language::Collator collator{language::Language::Polish};
    std::vector<std::pair<std::string, const model::Service*>> keyed;
    keyed.reserve(services.size());
    for (const auto& service : services) {
        keyed.emplace_back(collator.sort_key(service.name) + '\0' + service.slug, &service);
    }
    std::sort(keyed.begin(), keyed.end());
    ServiceList sorted;
    sorted.reserve(keyed.size());
    for (const auto& [key, service] : keyed) sorted.push_back(service);
    return sorted;
}

void index_services(Site& site) {
    site.services_by_name = sorted_by_name(site.catalogue.services);
    for (const auto* service : site.services_by_name) {
        for (const auto& slug : service->domains) site.services_of_domain[slug].push_back(service);
        for (const auto& slug : service->audiences) {
            site.services_of_audience[slug].push_back(service);
        }
        for (const auto& slug : service->situations) {
            site.services_of_situation[slug].push_back(service);
        }
        for (const auto& slug : service->places) site.services_of_place[slug].push_back(service);
        site.services_of_provider[service->provider].push_back(service);
        for (const auto& slug : service->partners) {
            if (slug != service->provider) site.services_of_provider[slug].push_back(service);
        }
    }
}

void drop_unpublished_relations(Site& site) {
    for (auto& service : site.catalogue.services) {
        std::erase_if(service.related,
                      [&](const std::string& slug) { return !site.services.contains(slug); });
    }
}

/// Catalogue rows and document pages as one library, the newest first.
void collect_library(Site& site) {
    site.library = site.catalogue.documents;
    for (const auto& page : site.content) {
        bool polish = page.language == language::Language::Polish;
        if (page.kind != ContentKind::Document || !polish) continue;
        site.library.push_back({.id = {},
                                .slug = page.slug,
                                .title = page.title,
                                .type = *page.document_type,
                                .date = *page.date,
                                .version = page.version,
                                .summary = page.summary,
                                .file = {},
                                .file_language = {},
                                .annex_to = page.annex_to,
                                .replaces = page.replaces});
    }
    std::stable_sort(site.library.begin(), site.library.end(), [](const auto& a, const auto& b) {
        return std::tie(b.date, a.slug) < std::tie(a.date, b.slug);
    });
}

}  // namespace

void index_site(Site& site) {
    site.services = by_slug(site.catalogue.services);
    drop_unpublished_relations(site);
    site.providers = by_slug(site.catalogue.providers);
    site.places = by_slug(site.catalogue.places);
    site.domains = by_slug(site.catalogue.domains);
    site.audiences = by_slug(site.catalogue.audiences);
    site.situations = by_slug(site.catalogue.situations);
    site.programmes = by_slug(site.catalogue.programmes);
    for (const auto& locality : site.catalogue.localities) {
        site.localities.emplace(locality.simc, &locality);
    }
    index_services(site);
    collect_library(site);
}

}  // namespace okienko::generator
