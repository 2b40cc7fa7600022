#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.hpp"
#include "model/choice.hpp"

namespace okienko::search {

/// What a page is about. Services come first; the order of the others is that of what helps sooner.
enum class Kind { Service, Situation, Provider, Page, Document, News };

/// A page of the site, as the index takes it in. Texts are plain or Markdown: what links lead to is
/// passed over.
struct SearchDocument {
    language::Language language = language::Language::Polish;
    Kind kind = Kind::Page;
    std::string slug;
    std::string address;  ///< "/uslugi/klub-senior-plus/"

    std::string name;
    std::vector<std::string> other_names;
    /// What a person says who needs it: "mama po udarze wraca do domu".
    std::vector<std::string> phrases;
    std::string summary;
    std::vector<std::string> subjects;  ///< Names of domains, audiences and situations.
    std::string provider;               ///< Who runs it, by name.
    std::vector<std::string> texts;     ///< All the rest.

    std::string phone;                   ///< As on cards: "+48999002060".
    std::vector<std::string> audiences;  ///< Slugs, to choose by.
    bool is_free = false;
    /// When somebody last checked it; nothing when that is not known.
    std::optional<std::chrono::sys_days> verified_on = {};
};

}  // namespace okienko::search

template <>
struct okienko::model::Choice<okienko::search::Kind> {
    static constexpr std::array<std::string_view, 6> kNames{
        "service", "situation", "provider", "page", "document", "news"};
};
