#include "generator/search_documents.hpp"

#include <algorithm>

#include "generator/html_text.hpp"
#include "generator/service_version.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using search::Kind;
using search::SearchDocument;

std::string first_phone(const std::vector<model::Contact>& contacts, const Site& site) {
    auto with_phone = std::ranges::find_if(
        contacts, [](const model::Contact& contact) { return !contact.phone.empty(); });
    return with_phone != contacts.end() ? with_phone->phone : site.settings().contact.phone;
}

void add_subjects(const model::Service& card, const Site& site, SearchDocument& document) {
    for (const auto& slug : card.domains) {
        if (const auto* domain = site.domain(slug)) document.subjects.push_back(domain->name);
    }
    for (const auto& slug : card.audiences) {
        if (const auto* audience = site.audience(slug)) document.subjects.push_back(audience->name);
    }
    for (const auto& slug : card.situations) {
        const auto* situation = site.situation(slug);
        if (!situation) continue;
        document.subjects.push_back(situation->name);
        for (const auto& phrase : situation->phrases) document.phrases.push_back(phrase);
    }
}

SearchDocument service_document(const ServiceVersion& version, const Site& site) {
    const auto& card = version.card();
    SearchDocument document{.language = version.language(),
                            .kind = Kind::Service,
                            .slug = card.slug,
                            .address = in_language(version.language(), service_address(card.slug)),
                            .name = card.name,
                            .other_names = card.aliases,
                            .phrases = {},
                            .summary = card.summary,
                            .subjects = {},
                            .provider = {},
                            .texts = {card.description, card.purpose, card.eligibility},
                            .phone = first_phone(card.contacts, site),
                            .audiences = card.audiences,
                            .is_free = card.fee_mode == model::FeeMode::Free,
                            .verified_on = std::chrono::sys_days{card.verified_on}};
    if (const auto* provider = site.provider(card.provider)) document.provider = provider->name;
    // Names of domains and situations are Polish.
    if (version.language() == Language::Polish) add_subjects(card, site, document);
    auto& texts = document.texts;
    texts.insert(texts.end(), card.scope.begin(), card.scope.end());
    texts.push_back(card.delivery);
    for (const auto& capacity : card.capacities) texts.push_back(capacity.description);
    for (const auto& fee : card.fees) texts.push_back(fee.name);
    for (const auto& slug : card.places) {
        if (const auto* place = site.place(slug)) texts.push_back(place->name);
    }
    return document;
}

SearchDocument situation_document(const model::Situation& situation) {
    return {.kind = Kind::Situation,
            .slug = situation.slug,
            .address = situation_address(situation.slug),
            .name = situation.name,
            .other_names = {},
            .phrases = situation.phrases,
            .summary = situation.description,
            .subjects = {},
            .provider = {},
            .texts = {situation.advice},
            .phone = {},
            .audiences = {}};
}

SearchDocument provider_document(const model::Provider& provider, const Site& site) {
    SearchDocument document{.kind = Kind::Provider,
                            .slug = provider.slug,
                            .address = provider_address(provider.slug),
                            .name = provider.name,
                            .other_names = {},
                            .phrases = {},
                            .summary = provider.summary,
                            .subjects = {},
                            .provider = {},
                            .texts = {provider.profile},
                            .phone = first_phone(provider.contacts, site),
                            .audiences = {},
                            .is_free = false,
                            .verified_on = std::chrono::sys_days{provider.verified_on}};
    for (const auto& service : site.services_of_provider(provider.slug)) {
        document.subjects.push_back(service.name());
    }
    return document;
}

Kind kind_of(ContentKind kind) {
    switch (kind) {
        case ContentKind::News:
            return Kind::News;
        case ContentKind::Document:
        case ContentKind::Programme:
            return Kind::Document;
        case ContentKind::Page:
        case ContentKind::Home:
        case ContentKind::Film:
            break;
    }
    return Kind::Page;
}

SearchDocument content_document(const ContentPage& page, const Site& site) {
    return {.language = page.language,
            .kind = kind_of(page.kind),
            .slug = page.slug,
            .address = page.address,
            .name = page.title,
            .other_names = {},
            .phrases = {},
            .summary = page.summary,
            .subjects = {},
            .provider = {},
            .texts = {text_of_html(site.body(page).html)},
            .phone = {},
            .audiences = page.audience};
}

SearchDocument library_document(const model::LibraryDocument& entry) {
    return {.kind = Kind::Document,
            .slug = entry.slug,
            .address = document_address(entry.slug),
            .name = entry.title,
            .other_names = {},
            .phrases = {},
            .summary = entry.summary,
            .subjects = {},
            .provider = {},
            .texts = {},
            .phone = {},
            .audiences = {}};
}

/// A domain or an audience: a page that lists services. Without any it has none.
template <class Card>
SearchDocument group_document(const Card& card, const std::string& address) {
    return {.kind = Kind::Page,
            .slug = card.slug,
            .address = address,
            .name = card.name,
            .other_names = {},
            .phrases = {},
            .summary = card.description,
            .subjects = {},
            .provider = {},
            .texts = {},
            .phone = {},
            .audiences = {}};
}

using Take = std::function<void(const SearchDocument&)>;

void each_service(const Site& site, const SearchPart& part, const Take& take) {
    for (const auto& service : site.services_of_part(part)) {
        take(service_document(ServiceVersion{service.card()}, site));
        for (auto language : site.languages_of(service.slug())) {
            if (language == Language::Polish) continue;
            const auto* translation = site.translation(language, service.slug());
            if (!translation) continue;
            take(service_document(ServiceVersion{service.card(), *translation, language}, site));
        }
    }
}

void each_other_card(const Site& site, const Take& take) {
    for (const auto& situation : site.situations()) {
        if (!site.services_of_situation(situation.slug).empty()) {
            take(situation_document(situation));
        }
    }
    for (const auto* listed : site.providers()) {
        if (const auto* provider = site.provider(listed->slug)) {
            take(provider_document(*provider, site));
        }
    }
}

void each_group(const Site& site, const Take& take) {
    for (const auto& domain : site.domains()) {
        if (!site.services_of_domain(domain.slug).empty()) {
            take(group_document(domain, domain_address(domain.slug)));
        }
    }
    for (const auto& audience : site.audiences()) {
        if (!site.services_of_audience(audience.slug).empty()) {
            take(group_document(audience, audience_address(audience.slug)));
        }
    }
}

void each_written_page(const Site& site, const Take& take) {
    for (const auto& page : site.content()) {
        if (page.kind != ContentKind::Home) take(content_document(page, site));
    }
    for (const auto& entry : site.library()) {
        if (!site.content_at(document_address(entry.slug))) take(library_document(entry));
    }
}

}  // namespace

void each_search_document(const Site& site, const SearchPart& part, const Take& take) {
    each_service(site, part, take);
    if (!part.has_all_else()) return;
    each_other_card(site, take);
    each_group(site, take);
    each_written_page(site, take);
}

}  // namespace okienko::generator
