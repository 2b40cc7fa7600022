#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/content.hpp"
#include "generator/settings.hpp"
#include "generator/words.hpp"
#include "language/local_time.hpp"
#include "model/catalogue.hpp"

namespace okienko::generator {

using ServiceList = std::vector<const model::Service*>;

/// Everything that pages are made of, checked and indexed: what is published today, and nothing
/// else. Immutable while pages are drawn; safe for concurrent reading.
struct Site {
    Settings settings;
    model::Catalogue catalogue;        ///< Services are already only the published ones.
    std::vector<ContentPage> content;  ///< Published pages, in order of address.
    std::vector<ContentPage> expired;  ///< Pages whose expires_on has passed.
    std::map<language::Language, Words> words;
    language::LocalTime now;

    // Indexes into catalogue and content, by slug.
    std::unordered_map<std::string_view, const model::Service*> services;
    std::unordered_map<std::string_view, const model::Provider*> providers;
    std::unordered_map<std::string_view, const model::Place*> places;
    std::unordered_map<std::string_view, const model::Domain*> domains;
    std::unordered_map<std::string_view, const model::Audience*> audiences;
    std::unordered_map<std::string_view, const model::Situation*> situations;
    std::unordered_map<std::string_view, const model::Programme*> programmes;
    std::unordered_map<std::string_view, const model::Locality*> localities;

    /// Published services of each domain, audience, situation, provider (as provider or partner)
    /// and programme, in collation order of their names.
    std::unordered_map<std::string_view, ServiceList> services_of_domain;
    std::unordered_map<std::string_view, ServiceList> services_of_audience;
    std::unordered_map<std::string_view, ServiceList> services_of_situation;
    std::unordered_map<std::string_view, ServiceList> services_of_provider;
    std::unordered_map<std::string_view, ServiceList> services_of_place;
    ServiceList services_by_name;

    /// The document library: catalogue rows and content pages together, newest first.
    std::vector<model::LibraryDocument> library;
    /// The library's files, by document slug.
    std::unordered_map<std::string, Attachment> attachments;

    /// Addresses of hashed assets by their plain name: "okienko.css" → "/zasoby/okienko.1a2b.css".
    std::unordered_map<std::string, std::string> assets;

    [[nodiscard]] const Words& words_in(language::Language language) const {
        return words.at(language);
    }
    /// The services of a list, or an empty list.
    static const ServiceList& of(const std::unordered_map<std::string_view, ServiceList>& index,
                                 std::string_view slug);
};

/// Addresses of pages that are made from data.
std::string service_address(std::string_view slug);
std::string provider_address(std::string_view slug);
std::string domain_address(std::string_view slug);
std::string audience_address(std::string_view slug);
std::string situation_address(std::string_view slug);
std::string document_address(std::string_view slug);

/// "/uslugi/" → "/en/uslugi/" in English; Polish addresses carry no prefix.
std::string in_language(language::Language language, std::string_view address);

}  // namespace okienko::generator
