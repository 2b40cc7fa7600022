#include "generator/site_index.hpp"

#include <algorithm>
#include <future>
#include <tuple>
#include <utility>

#include "generator/choices.hpp"
#include "generator/search_parts.hpp"
#include "generator/sort_keys.hpp"
#include "language/collation.hpp"

namespace okienko::generator {
namespace {

template <class Card>
CardIndex<Card> index_by(const std::vector<Card>& cards, std::string Card::*key) {
    CardIndex<Card> index;
    index.reserve(cards.size());
    for (const auto& card : cards) index.emplace(card.*key, &card);
    return index;
}

/// In the order of the Polish alphabet; equal names in the order of their slugs.
template <class Card>
std::vector<const Card*> sorted_by_name(const std::vector<Card>& cards) {
    auto keys = sort_keys(
        cards.size(), [&](std::size_t i) -> const auto& { return cards[i].name; });
    std::vector<std::pair<std::string, const Card*>> keyed;
    keyed.reserve(cards.size());
    for (std::size_t i = 0; i < cards.size(); ++i) {
        keyed.emplace_back(std::move(keys[i]) + '\0' + cards[i].slug, &cards[i]);
    }
    std::sort(keyed.begin(), keyed.end());
    std::vector<const Card*> sorted;
    sorted.reserve(keyed.size());
    for (const auto& [key, card] : keyed) sorted.push_back(card);
    return sorted;
}

/// Adds the service once, though it may name the document in several places.
void add_once(ServiceList& services, const ServiceRef& service) {
    if (services.empty() || services.back() != service) services.push_back(service);
}

void list_service(SiteData& site, const model::Service& card) {
    ServiceRef service{card};
    site.services_by_name.push_back(service);
    auto part = SearchPart::index_of_service(card.slug, site.services_of_part.size());
    site.services_of_part[part].push_back(service);
    for (const auto& slug : card.domains) site.services_of_domain[slug].push_back(service);
    for (const auto& slug : card.audiences) site.services_of_audience[slug].push_back(service);
    for (const auto& slug : card.situations) site.services_of_situation[slug].push_back(service);
    site.services_of_provider[card.provider].push_back(service);
    for (const auto& slug : card.partners) {
        if (slug != card.provider) site.services_of_provider[slug].push_back(service);
    }
    if (!card.programme.empty()) site.services_of_programme[card.programme].push_back(service);
    if (!card.application_form.empty()) {
        add_once(site.services_of_document[card.application_form], service);
    }
    for (const auto& required : card.required_documents) {
        if (!required.document.empty()) {
            add_once(site.services_of_document[required.document], service);
        }
    }
}

void list_choices(SiteData& site, const model::Service& card) {
    for_each_choice(card, site.now.date, [&](std::string key) {
        site.services_of_choice[std::move(key)].emplace_back(card);
    });
}

void list_services(SiteData& site) {
    auto sorted = sorted_by_name(site.catalogue.services);
    auto choices = std::async(std::launch::async, [&] {
        for (const auto* service : sorted) list_choices(site, *service);
    });
    site.services_of_part.resize(number_of_search_parts(sorted.size()));
    for (const auto* service : sorted) list_service(site, *service);
    choices.get();
}

void drop_unpublished_relations(SiteData& site) {
    for (auto& service : site.catalogue.services) {
        std::erase_if(service.related,
                      [&](const std::string& slug) { return !site.services.contains(slug); });
    }
}

const std::string& translated_name(const model::ServiceTranslation& translation) {
    return model::find_text(translation, "name")->text;
}

void sort_by_name(language::Language language, TranslatedServices& translated) {
    language::Collator collator{language};
    std::vector<std::pair<std::string, ServiceRef>> keyed;
    for (const auto& service : translated.by_name) {
        const auto& name = translated_name(*translated.by_slug.at(service.slug()));
        keyed.emplace_back(collator.sort_key(name) + '\0' + service.slug(), service);
    }
    std::ranges::sort(keyed, {}, &std::pair<std::string, ServiceRef>::first);
    translated.by_name.clear();
    for (const auto& [key, service] : keyed) translated.by_name.push_back(service);
}

/// Those that can have a page: of a published service, in a language of the site, with a name.
void collect_translations(SiteData& site) {
    const auto& languages = site.settings.site.languages;
    for (const auto& translation : site.catalogue.service_translations) {
        auto language = language::language_from_code(translation.language);
        bool wanted = language && *language != language::Language::Polish &&
                      std::find(languages.begin(), languages.end(), *language) != languages.end();
        auto service = site.services.find(translation.service);
        if (!wanted || service == site.services.end() || !names_the_service(translation)) continue;
        auto& translated = site.translated[*language];
        translated.by_slug.emplace(translation.service, &translation);
        translated.by_name.emplace_back(*service->second);
    }
    for (auto& [language, translated] : site.translated) sort_by_name(language, translated);
}

/// A form is a document of its own, unless it is the form of one that the catalogue has.
void list_form(SiteData& site, const BlankForm& form) {
    bool known = std::any_of(site.library.begin(), site.library.end(), [&form](const auto& each) {
        return each.slug == form.slug;
    });
    if (known) return;
    site.library.push_back({.id = {},
                            .slug = form.slug,
                            .title = form.title,
                            .type = model::DocumentType::Form,
                            .date = form.date,
                            .version = form.version,
                            .summary = form.summary,
                            .file = {},
                            .file_language = {},
                            .annex_to = {},
                            .replaces = {}});
}

/// Catalogue rows, document pages and forms as one library, the newest first.
void collect_library(SiteData& site) {
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
    site.forms_by_slug = index_by(site.forms, &BlankForm::slug);
    for (const auto& form : site.forms) list_form(site, form);
    std::stable_sort(site.library.begin(), site.library.end(), [](const auto& a, const auto& b) {
        return std::tie(b.date, a.slug) < std::tie(a.date, b.slug);
    });
    site.documents = index_by(site.library, &model::LibraryDocument::slug);
}

}  // namespace

void index_site(SiteData& site) {
    site.services = index_by(site.catalogue.services, &model::Service::slug);
    drop_unpublished_relations(site);
    site.providers = index_by(site.catalogue.providers, &model::Provider::slug);
    site.places = index_by(site.catalogue.places, &model::Place::slug);
    site.localities = index_by(site.catalogue.localities, &model::Locality::simc);
    list_services(site);
    site.providers_by_name = sorted_by_name(site.catalogue.providers);
    site.places_by_name = sorted_by_name(site.catalogue.places);
    collect_translations(site);
    collect_library(site);
}

}  // namespace okienko::generator
