#include "generator/pages/news_pages.hpp"

#include <algorithm>
#include <span>

#include "generator/pages/content_view.hpp"
#include "generator/pages/pagination.hpp"
#include "generator/pages/text_rows.hpp"
#include "generator/structured_data/structured_data.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using NewsList = std::vector<const ContentPage*>;

constexpr std::size_t kNewsOnPage = 20;

int year_of(const ContentPage& page) {
    return page.date ? int{page.date->year()} : 0;
}

std::string list_address(Language language) {
    return in_language(language, "/aktualnosci/");
}

std::vector<View> years_of(const Site& site, std::span<const ContentPage* const> news) {
    std::vector<View> years;
    for (std::size_t first = 0; first < news.size();) {
        auto year = year_of(*news[first]);
        std::vector<View> rows;
        for (; first < news.size() && year_of(*news[first]) == year; ++first) {
            rows.push_back(news_row(site, *news[first]));
        }
        View group{rows.front().language()};
        group.value("year", std::to_string(year)).list("news", std::move(rows));
        years.push_back(std::move(group));
    }
    return years;
}

View list_view(const Site& site, Language language, std::size_t number) {
    auto news = news_in(site, language);
    auto page = list_pages(news.size(), kNewsOnPage)[number - 1];
    View view{language};
    set_rows(view, "years", years_of(site, std::span{news}.subspan(page.first, page.count)));
    set_pagination(view, list_address(language), page, site.words_in(language));
    return view;
}

PageHead list_head(const Site& site, Language language, const ListPage& page) {
    const auto& words = site.words_in(language);
    PageHead head;
    head.address = list_page_address(list_address(language), page.number);
    head.title = list_page_title(words["nav.news"], page, words);
    head.description = words["news_page.lead"];
    head.language = language;
    head.section = Section::News;
    head.breadcrumbs = crumbs_to(site, language, head.address);
    return head;
}

/// Every list links to the first page of the lists in other languages.
std::vector<Translation> translations_of_list(const Site& site, Language language) {
    std::vector<Translation> translations;
    for (auto other : site.settings().site.languages) {
        bool exists = other == Language::Polish || !news_in(site, other).empty();
        if (other != language && exists) translations.push_back({other, list_address(other)});
    }
    return translations;
}

void add_lists(const Site& site, Language language, Pages& pages) {
    auto news = news_in(site, language);
    if (news.empty() && language != Language::Polish) return;
    for (const auto& page : list_pages(news.size(), kNewsOnPage)) {
        auto head = list_head(site, language, page);
        if (page.number == 1) head.translations = translations_of_list(site, language);
        pages.push_back({.head = std::move(head),
                         .template_name = "news_list",
                         .body = [&site, language, number = page.number] {
                             return list_view(site, language, number);
                         }});
    }
}

Page news_page(const Site& site, const ContentPage& page) {
    auto head = content_head(site, page, Section::News);
    return written_page(site, page, std::move(head), "news", [&site](const ContentPage& written) {
        auto view = content_view(site, written);
        view.value("news_list_url", list_address(written.language));
        view.value("og_type", "article");
        view.html("page_data_html", news_data(site, written));
        return view;
    });
}

}  // namespace

void add_news_pages(const Site& site, Pages& pages) {
    for (auto language : site.settings().site.languages) add_lists(site, language, pages);
    for (const auto& page : site.content()) {
        if (page.kind == ContentKind::News) pages.push_back(news_page(site, page));
    }
}

std::vector<const ContentPage*> news_in(const Site& site, Language language) {
    NewsList news;
    for (const auto& page : site.content()) {
        if (page.kind == ContentKind::News && page.language == language) news.push_back(&page);
    }
    std::stable_sort(
        news.begin(), news.end(), [](const auto* a, const auto* b) { return a->date > b->date; });
    return news;
}

View news_row(const Site& site, const ContentPage& page) {
    View row{page.language};
    row.value("news_address", page.address);
    row.words("news_title", page.title);
    row.words("news_summary", page.summary);
    if (page.date) {
        row.object("news_date", date_view(site, page.language, *page.date));
    } else {
        row.nothing("news_date");
    }
    return row;
}

}  // namespace okienko::generator
