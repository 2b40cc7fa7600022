#include "generator/pages/content_view.hpp"

#include <algorithm>
#include <array>

#include "generator/pages/phrases.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/dates.hpp"

namespace okienko::generator {
namespace {

using language::Language;

constexpr std::size_t kFewestContents = 3;

enum class Reach { Polish, EveryLanguage };

/// A list of ours that exists whatever an editor writes, with the key of its name.
struct FixedPage {
    std::string_view address;
    std::string_view key;
    Reach reach;
};
constexpr std::array kFixedPages{
    FixedPage{"/aktualnosci/", "nav.news", Reach::EveryLanguage},
    FixedPage{"/filmy/", "nav.films", Reach::EveryLanguage},
    FixedPage{"/dokumenty/", "nav.documents", Reach::Polish},
    FixedPage{"/program/", "nav.programme", Reach::Polish},
};

/// Pages in Polish that exist whatever an editor writes and that an editor may translate.
constexpr std::array<std::string_view, 2> kTranslatedPages{"/", "/kontakt/"};

/// "/en/kontakt/" → "/kontakt/"; a Polish address stays.
std::string_view without_language(Language language, std::string_view address) {
    if (language == Language::Polish) return address;
    return address.substr(language::code(language).size() + 1);
}

std::string title_at(const Site& site, Language language, std::string_view address) {
    if (const auto* page = site.content_at(address)) {
        return page->menu_title.empty() ? page->title : page->menu_title;
    }
    for (const auto& fixed : kFixedPages) {
        bool exists = language == Language::Polish || fixed.reach == Reach::EveryLanguage;
        if (exists && fixed.address == without_language(language, address)) {
            return site.words_in(language)[fixed.key];
        }
    }
    return {};
}

/// The home page of the language, or the Polish one where nobody has written it.
Crumb home_crumb(const Site& site, Language language) {
    auto address = in_language(language, "/");
    if (!site.content_at(address)) address = "/";
    return {site.words_in(language)["nav.home"], std::move(address)};
}

std::vector<View> contents_of(const ContentPage& page, const ContentBody& body) {
    std::vector<View> rows;
    if (!page.table_of_contents) return rows;
    for (const auto& heading : body.headings) {
        if (heading.level != 2) continue;
        View row{page.language};
        row.value("contents_address", "#" + heading.id).words("contents_text", heading.text);
        rows.push_back(std::move(row));
    }
    if (rows.size() < kFewestContents) rows.clear();
    return rows;
}

}  // namespace

std::vector<Crumb> crumbs_to(const Site& site, Language language, std::string_view address) {
    std::vector<Crumb> crumbs{home_crumb(site, language)};
    auto home_length = in_language(language, "/").size();
    for (auto slash = address.find('/', home_length);
         slash != std::string_view::npos && slash + 1 < address.size();
         slash = address.find('/', slash + 1)) {
        auto step = address.substr(0, slash + 1);
        auto title = title_at(site, language, step);
        if (!title.empty()) crumbs.push_back({std::move(title), std::string{step}});
    }
    return crumbs;
}

std::vector<Translation> translations_of(const Site& site,
                                         Language language,
                                         std::string_view address) {
    std::vector<Translation> translations;
    auto plain = without_language(language, address);
    for (auto other : site.settings().site.languages) {
        if (other == language) continue;
        auto there = in_language(other, plain);
        bool fixed = other == Language::Polish &&
                     std::find(kTranslatedPages.begin(), kTranslatedPages.end(), plain) !=
                         kTranslatedPages.end();
        if (fixed || site.content_at(there)) translations.push_back({other, std::move(there)});
    }
    return translations;
}

PageHead data_head(const Site& site,
                   std::string address,
                   std::string title,
                   std::string description,
                   Section section) {
    PageHead head;
    head.breadcrumbs = crumbs_to(site, Language::Polish, address);
    head.translations = translations_of(site, Language::Polish, address);
    head.address = std::move(address);
    head.title = std::move(title);
    head.description = std::move(description);
    head.section = section;
    return head;
}

PageHead content_head(const Site& site, const ContentPage& page, Section section) {
    return {.address = page.address,
            .title = page.title,
            .description = page.summary,
            .language = page.language,
            .section = section,
            .breadcrumbs = crumbs_to(site, page.language, page.address),
            .updated_on = page.updated_on,
            .translations = translations_of(site, page.language, page.address)};
}

Page written_page(const Site& site,
                  const ContentPage& page,
                  PageHead head,
                  std::string_view template_name,
                  std::function<View(const ContentPage&)> body) {
    return {.head = std::move(head),
            .template_name = template_name,
            .written = &page,
            .body = [&site, address = page.address, body = std::move(body)] {
                return body(*site.content_at(address));
            }};
}

std::string content_source(const ContentPage& page) {
    return "content/" + page.file;
}

View content_view(const Site& site, const ContentPage& page) {
    const auto& body = site.body(page);
    View view{page.language};
    view.words("page_lead", page.summary);
    view.html("page_html", body.html);
    set_rows(view, "contents", contents_of(page, body));
    if (page.date) {
        view.object("page_date", date_view(site, page.language, *page.date));
    } else {
        view.nothing("page_date");
    }
    return view;
}

View date_view(const Site& site, Language language, model::Date date) {
    View view{language};
    view.value("date_iso", language::date_iso(date));
    view.words("date_text", date_words(date, site.words_in(language)));
    return view;
}

}  // namespace okienko::generator
