#include "generator/pages/film_pages.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include "generator/pages/content_view.hpp"
#include "generator/pages/text_rows.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using FilmList = std::vector<const ContentPage*>;

struct FilmFormat {
    std::string_view ending;
    std::string_view type;
};
constexpr std::array kFormats{FilmFormat{".webm", "video/webm"},
                              FilmFormat{".mp4", "video/mp4"},
                              FilmFormat{".ogv", "video/ogg"}};

bool is_elsewhere(const ContentPage& page) {
    return page.film.starts_with("https://") || page.film.starts_with("http://");
}

/// "filmy.example" of "https://filmy.example/godzina".
std::string host_of(std::string_view address) {
    auto begin = address.find("//") + 2;
    return std::string{address.substr(begin, address.find('/', begin) - begin)};
}

FilmList films_in(const Site& site, Language language) {
    FilmList films;
    for (const auto& page : site.content) {
        if (page.kind == ContentKind::Film && page.language == language) films.push_back(&page);
    }
    std::stable_sort(
        films.begin(), films.end(), [](const auto* a, const auto* b) { return a->date > b->date; });
    return films;
}

View film_row(const Site& site, const ContentPage& page) {
    View row{page.language};
    row.value("film_address", page.address);
    row.words("film_title", page.title);
    row.words("film_summary", page.summary);
    row.value("film_duration", page.duration);
    if (page.date) {
        row.object("film_date", date_view(site, page.language, *page.date));
    } else {
        row.nothing("film_date");
    }
    return row;
}

void add_list(const Site& site, Language language, Pages& pages) {
    auto films = std::make_shared<const FilmList>(films_in(site, language));
    if (films->empty() && language != Language::Polish) return;
    const auto& words = site.words_in(language);
    auto head = data_head(site, "/filmy/", words["nav.films"], words["films.lead"], Section::Films);
    head.address = in_language(language, "/filmy/");
    head.language = language;
    head.breadcrumbs = crumbs_to(site, language, head.address);
    for (auto other : site.settings.site.languages) {
        bool exists = other == Language::Polish || !films_in(site, other).empty();
        if (other == language || !exists) continue;
        head.translations.push_back({other, in_language(other, "/filmy/")});
    }
    pages.push_back({.head = std::move(head),
                     .template_name = "films",
                     .source = "films",
                     .body = [&site, films, language] {
                         std::vector<View> rows;
                         for (const auto* film : *films) rows.push_back(film_row(site, *film));
                         View view{language};
                         set_rows(view, "films", std::move(rows));
                         return view;
                     }});
}

View elsewhere_view(const Site& site, const ContentPage& page) {
    View view{page.language};
    view.value("film_link", page.film);
    view.words(
        "watch_note",
        site.words_in(page.language).format("films.watch_note", {{"host", host_of(page.film)}}));
    return view;
}

View player_view(const ContentPage& page) {
    View view{page.language};
    view.value("film_file", page.film);
    view.nothing("film_type");
    for (const auto& format : kFormats) {
        if (page.film.ends_with(format.ending)) {
            view.value("film_type", std::string{format.type});
        }
    }
    view.value("captions_file", page.captions);
    view.value("captions_language", std::string{language::code(page.language)});
    return view;
}

View film_view(const Site& site, const ContentPage& page) {
    auto view = content_view(site, page);
    bool elsewhere = is_elsewhere(page);
    view.nothing("elsewhere").nothing("player");
    if (elsewhere) view.object("elsewhere", elsewhere_view(site, page));
    if (!elsewhere && !page.film.empty()) view.object("player", player_view(page));
    view.value("film_duration", page.duration);
    return view;
}

}  // namespace

void add_film_pages(const Site& site, Pages& pages) {
    for (auto language : site.settings.site.languages) add_list(site, language, pages);
    for (const auto& page : site.content) {
        if (page.kind != ContentKind::Film) continue;
        pages.push_back({.head = content_head(site, page, Section::Films),
                         .template_name = "film",
                         .source = content_source(page),
                         .body = [&site, &page] { return film_view(site, page); }});
    }
}

}  // namespace okienko::generator
