#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "generator/site.hpp"
#include "generator/view.hpp"
#include "language/language.hpp"
#include "model/date.hpp"

namespace okienko::generator {

/// The part of the site that a page belongs to: it marks the menu entry as current.
enum class Section {
    Home,
    Services,
    Domains,
    Audiences,
    Situations,
    Providers,
    Timetable,
    Programme,
    HowTo,
    News,
    Documents,
    Films,
    Contact,
    Index,
    Results,
    About,
    Other,
};

struct Crumb {
    std::string title;
    std::string address;
};

struct Translation {
    language::Language language;
    std::string address;
};

enum class Indexing { Listed, Unlisted };  ///< Whether the site map and search engines see it.

/// What every page says about itself, whatever its template.
struct PageHead {
    std::string address;  ///< "/uslugi/klub-senior-plus/", or a file: "/404.html".
    std::string title;
    std::string description;
    language::Language language = language::Language::Polish;
    Section section = Section::Other;
    std::vector<Crumb> breadcrumbs;  ///< From the home page to the parent; without the page itself.
    std::optional<model::Date> updated_on;
    std::vector<Translation> translations;  ///< Other languages that have this page.
    Indexing indexing = Indexing::Listed;
};

/// A page to draw: its head, the template, and how to make the values. `body` runs later, on any
/// thread, once; it reads the site and nothing else.
struct Page {
    PageHead head;
    std::string template_name;  ///< themes/…/pages/<template_name>.mustache
    std::string source;         ///< For messages: "content/kontakt.md", "service klub-senior-plus".
    std::function<View()> body;
};

using Pages = std::vector<Page>;

}  // namespace okienko::generator
