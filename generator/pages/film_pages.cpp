#include "generator/pages/film_pages.hpp"

#include <algorithm>
#include <array>

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

bool is_elsewhere(const ContentBody& body) {
    return body.film.starts_with("https://") || body.film.starts_with("http://");
}

/// "filmy.example" of "https://filmy.example/godzina".
std::string host_of(std::string_view address) {
    auto begin = address.find("//") + 2;
    return std::string{address.substr(begin, address.find('/', begin) - begin)};
}

FilmList films_in(const Site& site, Language language) {
    FilmList films;
    for (const auto& page : site.content()) {
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
    if (films_in(site, language).empty() && language != Language::Polish) return;
    const auto& words = site.words_in(language);
    auto head = data_head(site, "/filmy/", words["nav.films"], words["films.lead"], Section::Films);
    head.address = in_language(language, "/filmy/");
    head.language = language;
    head.breadcrumbs = crumbs_to(site, language, head.address);
    for (auto other : site.settings().site.languages) {
        bool exists = other == Language::Polish || !films_in(site, other).empty();
        if (other == language || !exists) continue;
        head.translations.push_back({other, in_language(other, "/filmy/")});
    }
    pages.push_back({.head = std::move(head), .template_name = "films", .body = [&site, language] {
                         std::vector<View> rows;
                         for (const auto* film : films_in(site, language)) {
                             rows.push_back(film_row(site, *film));
                         }
                         View view{language};
                         set_rows(view, "films", std::move(rows));
                         return view;
                     }});
}

View elsewhere_view(const Site& site, Language language, const std::string& film) {
    View view{language};
    view.value("film_link", film);
    view.words("watch_note",
               site.words_in(language).format("films.watch_note", {{"host", host_of(film)}}));
    return view;
}

View player_view(Language language, const ContentBody& body) {
    View view{language};
    view.value("film_file", body.film);
    view.nothing("film_type");
    for (const auto& format : kFormats) {
        if (body.film.ends_with(format.ending)) {
            view.value("film_type", std::string{format.type});
        }
    }
    view.value("captions_file", body.captions);
    view.value("captions_language", std::string{language::code(language)});
    return view;
}

View film_view(const Site& site, const ContentPage& page) {
    auto view = content_view(site, page);
    const auto& body = site.body(page);
    bool elsewhere = is_elsewhere(body);
    view.nothing("elsewhere").nothing("player");
    if (elsewhere) view.object("elsewhere", elsewhere_view(site, page.language, body.film));
    if (!elsewhere && !body.film.empty()) view.object("player", player_view(page.language, body));
    view.value("film_duration", page.duration);
    return view;
}

}  // namespace

void add_film_pages(const Site& site, Pages& pages) {
    for (auto language : site.settings().site.languages) add_list(site, language, pages);
    for (const auto& page : site.content()) {
        if (page.kind != ContentKind::Film) continue;
        auto head = content_head(site, page, Section::Films);
        pages.push_back(
            written_page(site, page, std::move(head), "film", [&site](const auto& film) {
                return film_view(site, film);
            }));
    }
}

}  // namespace okienko::generator
