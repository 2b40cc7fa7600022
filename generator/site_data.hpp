#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/blank_form.hpp"
#include "generator/content.hpp"
#include "generator/links.hpp"
#include "generator/service_ref.hpp"
#include "generator/settings.hpp"
#include "generator/words.hpp"
#include "language/local_time.hpp"
#include "model/catalogue.hpp"
#include "search/search_words.hpp"

namespace okienko::generator {

/// Lists of services under the slugs of what they have in common.
using ServiceLists = std::unordered_map<std::string_view, ServiceList>;
template <class Card>
using CardIndex = std::unordered_map<std::string_view, const Card*>;

/// The services that have pages of their own in another language.
struct TranslatedServices {
    CardIndex<model::ServiceTranslation> by_slug;
    ServiceList by_name;  ///< In collation order of their names in that language.
};

/// Everything that pages are made of, as a build reads, checks and indexes it: what is published
/// today, and nothing else. Pages see it through Site, which notes what they read.
struct SiteData {
    Settings settings;
    std::map<language::Language, Words> words;
    /// Addresses of hashed assets by their plain name: "okienko.css" → "/zasoby/okienko.1a2b.css".
    std::unordered_map<std::string, std::string> assets;
    /// Names of the theme's icons.
    std::vector<std::string> icons;
    language::LocalTime now;

    model::Catalogue catalogue;        ///< Services are already only the published ones.
    std::vector<ContentPage> content;  ///< Published pages, in order of address.
    std::vector<ContentPage> expired;  ///< Pages whose expires_on has passed.
    std::unordered_map<std::string, ContentBody> bodies;  ///< Of `content`, by address.
    LinkTargets targets;

    // Indexes into the catalogue, by slug.
    CardIndex<model::Service> services;
    CardIndex<model::Provider> providers;
    CardIndex<model::Place> places;
    CardIndex<model::Locality> localities;  ///< By SIMC.

    /// Published services in collation order of their names: all, and those of each domain,
    /// audience, situation, provider (as provider or partner), programme, and document that they
    /// name as a form or as something to bring.
    ServiceList services_by_name;
    ServiceLists services_of_domain;
    ServiceLists services_of_audience;
    ServiceLists services_of_situation;
    ServiceLists services_of_provider;
    ServiceLists services_of_programme;
    ServiceLists services_of_document;
    /// What each choice finds, by choice_key() of generator/choices.hpp.
    std::unordered_map<std::string, ServiceList> services_of_choice;
    std::vector<ServiceList> services_of_part;  ///< Of the search index, by SearchPart::index.
    std::vector<const model::Place*> places_by_name;
    std::vector<const model::Provider*> providers_by_name;
    std::map<language::Language, TranslatedServices> translated;  ///< Without Polish.

    search::SearchWords search_words;  ///< What editors say of words that people look for.

    std::vector<BlankForm> forms;  ///< To print and fill in by hand, in order of slug.
    CardIndex<BlankForm> forms_by_slug;

    /// The document library: catalogue rows, content pages and forms together, newest first.
    std::vector<model::LibraryDocument> library;
    CardIndex<model::LibraryDocument> documents;
    /// The library's files, by document slug.
    std::unordered_map<std::string, Attachment> attachments;
};

}  // namespace okienko::generator
