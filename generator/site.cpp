#include "generator/site.hpp"

#include <algorithm>

#include "generator/incremental/inputs.hpp"

namespace okienko::generator {
namespace {

template <class Card>
const Card* find_in(const CardIndex<Card>& index, std::string_view slug) {
    auto found = index.find(slug);
    return found == index.end() ? nullptr : found->second;
}

/// In a list short enough to be looked through.
template <class Card, class Key>
const Card* find_in(const std::vector<Card>& cards, Key key, std::string_view wanted) {
    auto found = std::find_if(
        cards.begin(), cards.end(), [&](const Card& card) { return card.*key == wanted; });
    return found == cards.end() ? nullptr : &*found;
}

const ServiceList& list_in(const ServiceLists& lists, InputKind kind, std::string_view slug) {
    static const ServiceList kNone;
    note_read(kind, slug);
    auto found = lists.find(slug);
    return found == lists.end() ? kNone : found->second;
}

}  // namespace

Site::Site(const SiteData& data)
    : data_(data), clock_(data.now), rows_(data.catalogue.services.size()) {}

std::string Site::asset(const std::string& name) const {
    auto found = data_.assets.find(name);
    return found == data_.assets.end() ? std::string{} : found->second;
}

std::string Site::icon(std::string_view name) const {
    constexpr std::string_view kNeutral = "window";
    bool known = std::find(data_.icons.begin(), data_.icons.end(), name) != data_.icons.end();
    return asset("icons.svg") + "#" + std::string{known ? name : kNeutral};
}

std::optional<ServiceRef> Site::service(std::string_view slug) const {
    note_read(InputKind::ServiceNames, slug);
    const auto* service = find_in(data_.services, slug);
    return service ? std::optional<ServiceRef>{*service} : std::nullopt;
}

SharedRow Site::row_of(const ServiceRef& service, SharedRow::Make make) const {
    auto index = service.service_ - data_.catalogue.services.data();
    return {rows_, static_cast<std::size_t>(index), std::move(make)};
}
const ServiceList& Site::services() const {
    note_read(InputKind::Services);
    return data_.services_by_name;
}
const ServiceList& Site::services_of_part(const SearchPart& part) const {
    note_read(InputKind::ServicesOfPart, part.key());
    return data_.services_of_part.at(part.index);
}
const ServiceList& Site::services_of_domain(std::string_view slug) const {
    return list_in(data_.services_of_domain, InputKind::ServicesOfDomain, slug);
}
const ServiceList& Site::services_of_audience(std::string_view slug) const {
    return list_in(data_.services_of_audience, InputKind::ServicesOfAudience, slug);
}
const ServiceList& Site::services_of_situation(std::string_view slug) const {
    return list_in(data_.services_of_situation, InputKind::ServicesOfSituation, slug);
}
const ServiceList& Site::services_of_provider(std::string_view slug) const {
    return list_in(data_.services_of_provider, InputKind::ServicesOfProvider, slug);
}
const ServiceList& Site::services_of_programme(std::string_view slug) const {
    return list_in(data_.services_of_programme, InputKind::ServicesOfProgramme, slug);
}
const ServiceList& Site::services_of_document(std::string_view slug) const {
    return list_in(data_.services_of_document, InputKind::ServicesOfDocument, slug);
}

const ServiceList& Site::services_of_choice(const std::string& key) const {
    static const ServiceList kNone;
    note_read(InputKind::ServicesOfChoice, key);
    auto found = data_.services_of_choice.find(key);
    return found == data_.services_of_choice.end() ? kNone : found->second;
}

const ServiceList& Site::services_in(language::Language language) const {
    static const ServiceList kNone;
    note_read(InputKind::TranslatedServices, code(language));
    auto found = data_.translated.find(language);
    return found == data_.translated.end() ? kNone : found->second.by_name;
}

const model::ServiceTranslation* Site::translation(language::Language language,
                                                   std::string_view slug) const {
    note_read(InputKind::ServiceTranslation, translation_key(language, slug));
    auto found = data_.translated.find(language);
    return found == data_.translated.end() ? nullptr : find_in(found->second.by_slug, slug);
}

std::vector<language::Language> Site::languages_of(std::string_view slug) const {
    note_read(InputKind::Service, slug);
    std::vector<language::Language> languages{language::Language::Polish};
    for (const auto& [language, translated] : data_.translated) {
        if (translated.by_slug.contains(slug)) languages.push_back(language);
    }
    return languages;
}

const model::Provider* Site::provider(std::string_view slug) const {
    note_read(InputKind::Provider, slug);
    return find_in(data_.providers, slug);
}
const model::Place* Site::place(std::string_view slug) const {
    note_read(InputKind::Place, slug);
    return find_in(data_.places, slug);
}
const model::Domain* Site::domain(std::string_view slug) const {
    return find_in(domains(), &model::Domain::slug, slug);
}
const model::Audience* Site::audience(std::string_view slug) const {
    return find_in(audiences(), &model::Audience::slug, slug);
}
const model::Situation* Site::situation(std::string_view slug) const {
    return find_in(situations(), &model::Situation::slug, slug);
}
const model::Programme* Site::programme(std::string_view slug) const {
    return find_in(programmes(), &model::Programme::slug, slug);
}
const model::Locality* Site::locality(std::string_view simc) const {
    note_read(InputKind::Localities);
    return find_in(data_.localities, simc);
}

const std::vector<model::Domain>& Site::domains() const {
    note_read(InputKind::Domains);
    return data_.catalogue.domains;
}
const std::vector<model::Audience>& Site::audiences() const {
    note_read(InputKind::Audiences);
    return data_.catalogue.audiences;
}
const std::vector<model::Situation>& Site::situations() const {
    note_read(InputKind::Situations);
    return data_.catalogue.situations;
}
const std::vector<model::Locality>& Site::localities() const {
    note_read(InputKind::Localities);
    return data_.catalogue.localities;
}
const std::vector<model::Programme>& Site::programmes() const {
    note_read(InputKind::Programmes);
    return data_.catalogue.programmes;
}
const std::vector<model::Indicator>& Site::indicators() const {
    note_read(InputKind::Indicators);
    return data_.catalogue.indicators;
}
const std::vector<model::BudgetLine>& Site::budget_lines() const {
    note_read(InputKind::BudgetLines);
    return data_.catalogue.budget_lines;
}

const std::vector<const model::Provider*>& Site::providers() const {
    note_read(InputKind::Providers);
    return data_.providers_by_name;
}

const std::vector<const model::Place*>& Site::places() const {
    note_read(InputKind::Places);
    return data_.places_by_name;
}

const model::LibraryDocument* Site::document(std::string_view slug) const {
    note_read(InputKind::Document, slug);
    return find_in(data_.documents, slug);
}
const Attachment* Site::attachment(const std::string& document) const {
    note_read(InputKind::Document, document);
    auto found = data_.attachments.find(document);
    return found == data_.attachments.end() ? nullptr : &found->second;
}
const BlankForm* Site::blank_form(std::string_view document) const {
    note_read(InputKind::Document, document);
    return find_in(data_.forms_by_slug, document);
}
const std::vector<model::LibraryDocument>& Site::library() const {
    note_read(InputKind::Library);
    return data_.library;
}

const ContentPage* Site::content_at(std::string_view address) const {
    note_read(InputKind::Content, address);
    return find_content(data_.content, address);
}
const ContentBody& Site::body(const ContentPage& page) const {
    note_read(InputKind::ContentBody, page.address);
    return data_.bodies.at(page.address);
}
const std::vector<ContentPage>& Site::content() const {
    note_read(InputKind::ContentList);
    return data_.content;
}
const std::vector<ContentPage>& Site::expired() const {
    note_read(InputKind::ContentList);
    return data_.expired;
}

LinkTargets::Resolution Site::link_from_card(std::string_view target) const {
    note_read(InputKind::LinkTarget, target);
    return data_.targets.resolve(target, {});
}

std::string service_address(std::string_view slug) {
    return "/uslugi/" + std::string{slug} + "/";
}
std::string leaflet_address(std::string_view service_slug) {
    return service_address(service_slug) + "ulotka/";
}
std::string provider_address(std::string_view slug) {
    return "/podmioty/" + std::string{slug} + "/";
}
std::string domain_address(std::string_view slug) {
    return "/obszary/" + std::string{slug} + "/";
}
std::string audience_address(std::string_view slug) {
    return "/dla-kogo/" + std::string{slug} + "/";
}
std::string situation_address(std::string_view slug) {
    return "/sprawy/" + std::string{slug} + "/";
}
std::string document_address(std::string_view slug) {
    return "/dokumenty/" + std::string{slug} + "/";
}

std::string translation_key(language::Language language, std::string_view slug) {
    return std::string{code(language)} + "/" + std::string{slug};
}

std::pair<language::Language, std::string_view> split_translation_key(std::string_view key) {
    auto slash = key.find('/');
    auto language = language::language_from_code(key.substr(0, slash));
    return {language.value_or(language::Language::Polish), key.substr(slash + 1)};
}

std::string in_language(language::Language language, std::string_view address) {
    if (language == language::Language::Polish) return std::string{address};
    return "/" + std::string{language::code(language)} + std::string{address};
}

}  // namespace okienko::generator
