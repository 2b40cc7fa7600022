#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/clock.hpp"
#include "generator/content.hpp"
#include "generator/links.hpp"
#include "generator/search_parts.hpp"
#include "generator/service_ref.hpp"
#include "generator/shared_row.hpp"
#include "generator/site_data.hpp"

namespace okienko::generator {

/// The site as its pages see it. Every question about the catalogue, the editors' pages and the
/// clock is noted for the page being drawn (generator/incremental/inputs.hpp). Settings, words and
/// assets are not: a change of them draws every page anew.
/// Immutable; safe for concurrent reading. What it returns lives as long as the data.
class Site {
  public:
    explicit Site(const SiteData& data);

    [[nodiscard]] const Settings& settings() const { return data_.settings; }
    [[nodiscard]] const Words& words_in(language::Language language) const {
        return data_.words.at(language);
    }
    /// The address of an asset of the theme, or an empty text.
    [[nodiscard]] std::string asset(const std::string& name) const;
    /// The address of an icon of the theme: "/zasoby/icons.1a2b.svg#care". The neutral one for a
    /// name that the theme does not have.
    [[nodiscard]] std::string icon(std::string_view name) const;
    [[nodiscard]] const Clock& clock() const { return clock_; }

    // Services: all, and those that have something in common; in collation order of their names.
    [[nodiscard]] std::optional<ServiceRef> service(std::string_view slug) const;
    [[nodiscard]] const ServiceList& services() const;
    /// Its row in Polish lists, which `make` makes once for all of them.
    [[nodiscard]] SharedRow row_of(const ServiceRef& service, SharedRow::Make make) const;
    /// Of the search index.
    [[nodiscard]] const ServiceList& services_of_part(const SearchPart& part) const;
    [[nodiscard]] const ServiceList& services_of_domain(std::string_view slug) const;
    [[nodiscard]] const ServiceList& services_of_audience(std::string_view slug) const;
    [[nodiscard]] const ServiceList& services_of_situation(std::string_view slug) const;
    /// As provider or as partner.
    [[nodiscard]] const ServiceList& services_of_provider(std::string_view slug) const;
    [[nodiscard]] const ServiceList& services_of_programme(std::string_view slug) const;
    /// Those that a choice finds, by choice_key().
    [[nodiscard]] const ServiceList& services_of_choice(const std::string& key) const;
    /// Those that name the document as a form or as something to bring.
    [[nodiscard]] const ServiceList& services_of_document(std::string_view slug) const;

    // Services in other languages than Polish.
    /// Those that have pages in this language, in collation order of their names there.
    [[nodiscard]] const ServiceList& services_in(language::Language language) const;
    /// What is translated of a service, or nullptr when it has no page in this language.
    [[nodiscard]] const model::ServiceTranslation* translation(language::Language language,
                                                               std::string_view slug) const;
    /// All languages in which a service has pages, Polish first.
    [[nodiscard]] std::vector<language::Language> languages_of(std::string_view slug) const;

    // Other cards: nullptr when there is no such card.
    [[nodiscard]] const model::Provider* provider(std::string_view slug) const;
    [[nodiscard]] const model::Place* place(std::string_view slug) const;
    [[nodiscard]] const model::Domain* domain(std::string_view slug) const;
    [[nodiscard]] const model::Audience* audience(std::string_view slug) const;
    [[nodiscard]] const model::Situation* situation(std::string_view slug) const;
    [[nodiscard]] const model::Programme* programme(std::string_view slug) const;
    [[nodiscard]] const model::Locality* locality(std::string_view simc) const;

    [[nodiscard]] const std::vector<model::Domain>& domains() const;
    [[nodiscard]] const std::vector<model::Audience>& audiences() const;
    [[nodiscard]] const std::vector<model::Situation>& situations() const;
    [[nodiscard]] const std::vector<model::Locality>& localities() const;
    [[nodiscard]] const std::vector<model::Programme>& programmes() const;
    [[nodiscard]] const std::vector<model::Indicator>& indicators() const;
    [[nodiscard]] const std::vector<model::BudgetLine>& budget_lines() const;

    /// All providers by name: only for what lists show of them (slug, name, summary, kind).
    [[nodiscard]] const std::vector<const model::Provider*>& providers() const;

    /// All places by name: only for what lists show of them (slug, name).
    [[nodiscard]] const std::vector<const model::Place*>& places() const;

    // The document library.
    [[nodiscard]] const model::LibraryDocument* document(std::string_view slug) const;
    /// The file of a document, or nullptr.
    [[nodiscard]] const Attachment* attachment(const std::string& document) const;
    /// What a document looks like to fill in by hand, or nullptr.
    [[nodiscard]] const BlankForm* blank_form(std::string_view document) const;
    /// All of it, the newest first.
    [[nodiscard]] const std::vector<model::LibraryDocument>& library() const;

    // Editors' pages.
    /// The published page at this address, or nullptr.
    [[nodiscard]] const ContentPage* content_at(std::string_view address) const;
    /// What stands on it, rendered.
    [[nodiscard]] const ContentBody& body(const ContentPage& page) const;
    /// The heads of all of them, in order of address.
    [[nodiscard]] const std::vector<ContentPage>& content() const;
    [[nodiscard]] const std::vector<ContentPage>& expired() const;

    /// Where a link on a card leads, or what is wrong with it.
    [[nodiscard]] LinkTargets::Resolution link_from_card(std::string_view target) const;

  private:
    const SiteData& data_;
    Clock clock_;
    mutable Memo<DrawnRow> rows_;
};

/// Addresses of pages that are made from data.
std::string service_address(std::string_view slug);
std::string leaflet_address(std::string_view service_slug);
std::string provider_address(std::string_view slug);
std::string domain_address(std::string_view slug);
std::string audience_address(std::string_view slug);
std::string situation_address(std::string_view slug);
std::string document_address(std::string_view slug);

/// "uk/bank-czasu": how a translation is noted, and what such a note means.
std::string translation_key(language::Language language, std::string_view slug);
std::pair<language::Language, std::string_view> split_translation_key(std::string_view key);

/// "/uslugi/" → "/en/uslugi/" in English; Polish addresses carry no prefix.
std::string in_language(language::Language language, std::string_view address);

}  // namespace okienko::generator
