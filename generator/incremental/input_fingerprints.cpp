#include "generator/incremental/input_fingerprints.hpp"

#include <algorithm>

#include "generator/incremental/value_fingerprint.hpp"
#include "generator/site.hpp"

namespace okienko::generator {
namespace {

constexpr Fingerprint kAbsent = 0;

template <class Index>
auto* find_in(const Index& index, std::string_view key) {
    auto found = index.find(key);
    return found == index.end() ? nullptr : found->second;
}

template <class Card>
Fingerprint of_card(const Card* card) {
    return card ? fingerprint(*card) : kAbsent;
}

/// Which services a list has, in which order.
Fingerprint of_list(const ServiceList& services) {
    FingerprintMaker maker;
    for (const auto& service : services) maker.add(service.slug());
    return maker.made();
}

Fingerprint of_list(const ServiceLists& lists, std::string_view slug) {
    auto found = lists.find(slug);
    return found == lists.end() ? kAbsent : of_list(found->second);
}

Fingerprint of_part(const SiteData& site, std::string_view key) {
    auto part = SearchPart::from_key(key);
    bool exists = part && part->count == site.services_of_part.size();
    return exists ? of_list(site.services_of_part[part->index]) : kAbsent;
}

Fingerprint of_choice(const SiteData& site, std::string_view key) {
    auto found = site.services_of_choice.find(std::string{key});
    return found == site.services_of_choice.end() ? kAbsent : of_list(found->second);
}

Fingerprint of_whole(const SiteData& site, const model::Service& service) {
    auto made = fingerprint(service);
    for (const auto& [language, translated] : site.translated) {
        if (translated.by_slug.contains(service.slug)) {
            made = combined(made, fingerprint(language));
        }
    }
    return made;
}

Fingerprint of_translation(const SiteData& site, std::string_view key) {
    auto [language, slug] = split_translation_key(key);
    auto translated = site.translated.find(language);
    if (translated == site.translated.end()) return kAbsent;
    const auto* translation = find_in(translated->second.by_slug, slug);
    return translation ? fingerprint(*translation) : kAbsent;
}

/// Which services, in which order.
Fingerprint of_translated(const SiteData& site, std::string_view code) {
    auto language = language::language_from_code(code);
    auto translated = site.translated.find(language.value_or(language::Language::Polish));
    return translated == site.translated.end() ? kAbsent : of_list(translated->second.by_name);
}

Fingerprint of_outline(const model::Service& service) {
    auto shown = outline_of(service);
    return fingerprint(shown.slug,
                       shown.name,
                       shown.summary,
                       shown.status,
                       shown.fee_mode,
                       shown.fees,
                       shown.places,
                       shown.delivery_modes,
                       shown.schedules);
}

Fingerprint of_terms(const model::Service& service) {
    auto shown = terms_of(service);
    return fingerprint(shown.id, shown.slug, shown.name, shown.verified_on, shown.schedules);
}

Fingerprint of_names(const model::Service& service) {
    return fingerprint(service.slug, service.name, service.aliases);
}

Fingerprint of_providers(const SiteData& site) {
    FingerprintMaker maker;
    for (const auto* provider : site.providers_by_name) {
        maker.add(provider->slug).add(provider->name).add(provider->summary).add(provider->kind);
    }
    return maker.made();
}

Fingerprint of_places(const SiteData& site) {
    FingerprintMaker maker;
    for (const auto* place : site.places_by_name) maker.add(place->slug).add(place->name);
    return maker.made();
}

Fingerprint of_document(const SiteData& site, std::string_view slug) {
    const auto* document = find_in(site.documents, slug);
    if (!document) return kAbsent;
    auto made = fingerprint(*document);
    auto file = site.attachments.find(document->slug);
    if (file != site.attachments.end()) made = combined(made, fingerprint(file->second));
    if (const auto* form = find_in(site.forms_by_slug, slug)) {
        made = combined(made, fingerprint(*form));
    }
    return made;
}

Fingerprint of_library(const SiteData& site) {
    Fingerprint made = 0;
    for (const auto& document : site.library) {
        made = combined(made, of_document(site, document.slug));
    }
    return made;
}

Fingerprint of_body(const SiteData& site, std::string_view address) {
    auto found = site.bodies.find(std::string{address});
    return found == site.bodies.end() ? kAbsent : fingerprint(found->second);
}

}  // namespace

InputFingerprints::InputFingerprints(const SiteData& site)
    : site_(site),
      services_(site.catalogue.services.size()),
      helper_(std::async(std::launch::async, [this] { make_services(); })) {}

/// A few at a time, by as many threads as come here.
void InputFingerprints::make_services() const {
    constexpr std::size_t kAFew = 64;
    const auto& cards = site_.catalogue.services;
    for (auto from = next_.fetch_add(kAFew); from < cards.size(); from = next_.fetch_add(kAFew)) {
        for (auto i = from; i < std::min(from + kAFew, cards.size()); ++i) {
            const auto& card = cards[i];
            services_[i] = {
                of_whole(site_, card), of_outline(card), of_terms(card), of_names(card)};
        }
    }
}

Fingerprint InputFingerprints::of_service(std::string_view slug,
                                          Fingerprint OfService::*part) const {
    // Who cannot go on without them helps to make them.
    std::call_once(made_, [this] {
        make_services();
        helper_.get();
    });
    const auto* service = find_in(site_.services, slug);
    if (!service) return kAbsent;
    auto index = service - site_.catalogue.services.data();
    return services_[static_cast<std::size_t>(index)].*part;
}

Fingerprint InputFingerprints::of(const Input& input) const {
    const auto& [kind, key] = input;
    const auto& site = site_;
    switch (kind) {
        case InputKind::Service:
            return of_service(key, &OfService::whole);
        case InputKind::ServiceOutline:
            return of_service(key, &OfService::outline);
        case InputKind::ServiceTerms:
            return of_service(key, &OfService::terms);
        case InputKind::ServiceNames:
            return of_service(key, &OfService::names);
        case InputKind::Services:
            return of_list(site.services_by_name);
        case InputKind::ServicesOfPart:
            return of_part(site, key);
        case InputKind::ServicesOfDomain:
            return of_list(site.services_of_domain, key);
        case InputKind::ServicesOfAudience:
            return of_list(site.services_of_audience, key);
        case InputKind::ServicesOfSituation:
            return of_list(site.services_of_situation, key);
        case InputKind::ServicesOfProvider:
            return of_list(site.services_of_provider, key);
        case InputKind::ServicesOfProgramme:
            return of_list(site.services_of_programme, key);
        case InputKind::ServicesOfDocument:
            return of_list(site.services_of_document, key);
        case InputKind::ServicesOfChoice:
            return of_choice(site, key);
        case InputKind::Provider:
            return of_card(find_in(site.providers, key));
        case InputKind::Providers:
            return of_providers(site);
        case InputKind::Place:
            return of_card(find_in(site.places, key));
        case InputKind::Places:
            return of_places(site);
        case InputKind::Domains:
            return fingerprint(site.catalogue.domains);
        case InputKind::Audiences:
            return fingerprint(site.catalogue.audiences);
        case InputKind::Situations:
            return fingerprint(site.catalogue.situations);
        case InputKind::Localities:
            return fingerprint(site.catalogue.localities);
        case InputKind::Programmes:
            return fingerprint(site.catalogue.programmes);
        case InputKind::Indicators:
            return fingerprint(site.catalogue.indicators);
        case InputKind::BudgetLines:
            return fingerprint(site.catalogue.budget_lines);
        case InputKind::Document:
            return of_document(site, key);
        case InputKind::Library:
            return of_library(site);
        case InputKind::Content:
            return of_card(find_content(site.content, key));
        case InputKind::ContentBody:
            return of_body(site, key);
        case InputKind::ContentList:
            return fingerprint(site.content, site.expired);
        case InputKind::ServiceTranslation:
            return of_translation(site, key);
        case InputKind::TranslatedServices:
            return of_translated(site, key);
        case InputKind::LinkTarget:
            return fingerprint(site.targets.resolve(key, {}));
    }
    return kAbsent;
}

}  // namespace okienko::generator
