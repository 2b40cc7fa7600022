#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/incremental/fingerprint.hpp"
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
    Search,
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

/// Why residents do not see a page yet. Such pages are drawn only for a preview (Drafts::Shown).
struct Unpublished {
    std::optional<model::Date> appears_on = {};  ///< Nothing: it is a draft.
    std::string back_address = {};               ///< Where its draft is written; may be empty.
};

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
    std::optional<Unpublished> unpublished = {};
    /// What a window is called, and a screen reader says first, when that is more than the title:
    /// "Do poprawienia: Napisz do nas".
    std::string window_title = {};
};

/// The head of a page, made when it is needed: a county has tens of thousands of them. Where it is
/// made from data it reads the site as the body does.
class PageHeadMaker {
  public:
    /// A head that is there already.
    PageHeadMaker(PageHead head)
        : address_(head.address),
          make_([kept = std::make_shared<const PageHead>(std::move(head))] { return *kept; }) {}
    PageHeadMaker(std::string address, std::function<PageHead()> make)
        : address_(std::move(address)), make_(std::move(make)) {}

    [[nodiscard]] const std::string& address() const { return address_; }
    [[nodiscard]] PageHead operator()() const { return make_(); }

  private:
    std::string address_;
    std::function<PageHead()> make_;
};

/// What is wrong with a page as it was drawn, and words of its template that stand at the place.
struct PageFault {
    std::string near;  ///< Empty for what is missing.
    std::string message;
    std::string remedy;
    bool operator==(const PageFault&) const = default;
};

/// A page to draw: its head, the template, and how to make the values. `body` runs later, on any
/// thread, at most once: a page of which nothing has changed is not drawn again. So it reads
/// everything through the Site, which notes it; what it holds besides is in `captured` or follows
/// from the address.
struct Page {
    PageHeadMaker head;
    std::string_view template_name;  ///< A literal: themes/…/pages/<template_name>.mustache
    /// What an editor wrote for this address; nullptr where the program makes the page by itself.
    const ContentPage* written = nullptr;
    std::function<View()> body;
    Fingerprint captured = 0;  ///< Of values that `body` holds itself.
    /// For a page whose form the law fixes, whatever a theme makes of it.
    std::vector<PageFault> (*check)(const Site& site, std::string_view html) = nullptr;
};

using Pages = std::vector<Page>;

}  // namespace okienko::generator
