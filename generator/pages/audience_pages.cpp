#include "generator/pages/audience_pages.hpp"

#include <algorithm>

#include "generator/pages/catalogue_head.hpp"
#include "generator/pages/catalogue_lists.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/pages/pagination.hpp"
#include "generator/pages/service_view.hpp"
#include "generator/pages/text_rows.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::Audience;

/// The most pages of editors on the page of an audience: the newest.
constexpr std::size_t kMostReading = 12;

bool is_newer(const ContentPage* a, const ContentPage* b) {
    return a->date.value_or(model::Date{}) > b->date.value_or(model::Date{});
}

bool is_for(const ContentPage& page, const std::string& audience) {
    const auto& audiences = page.audience;
    return page.language == Language::Polish &&
           std::find(audiences.begin(), audiences.end(), audience) != audiences.end();
}

std::vector<View> reading_rows(const Site& site, const Audience& audience) {
    std::vector<const ContentPage*> pages;
    for (const auto& page : site.content()) {
        if (is_for(page, audience.slug)) pages.push_back(&page);
    }
    std::stable_sort(pages.begin(), pages.end(), is_newer);
    if (pages.size() > kMostReading) pages.resize(kMostReading);
    std::vector<View> rows;
    for (const auto* page : pages) {
        View row{Language::Polish};
        row.value("row_url", page->address);
        row.words("row_name", page->title);
        row.words("row_lead", page->summary);
        row.nothing("row_meta");
        rows.push_back(std::move(row));
    }
    return rows;
}

View audience_row(const Site& site, const Audience& audience) {
    const auto& words = site.words_in(Language::Polish);
    auto count = site.services_of_audience(audience.slug).size();
    View row{Language::Polish};
    row.value("row_url", audience_address(audience.slug));
    row.words("row_name", audience.name);
    row.words("row_lead", audience.description);
    row.words("row_meta", words.count("count.services", static_cast<std::int64_t>(count)));
    row.value("icon_url", site.icon(audience.icon));
    return row;
}

View audiences_body(const Site& site) {
    std::vector<View> rows;
    for (const auto* each : published_audiences(site)) rows.push_back(audience_row(site, *each));
    View view{Language::Polish};
    set_rows(view, "entries", std::move(rows));
    return view;
}

View audience_body(const Site& site, const std::string& slug, std::size_t number) {
    const auto& audience = *site.audience(slug);
    const auto& words = site.words_in(Language::Polish);
    const auto& services = site.services_of_audience(slug);
    auto page = list_pages(services.size())[number - 1];
    View view{Language::Polish};
    view.words("lead", audience.description);
    view.words("list_count",
               words.count("count.services", static_cast<std::int64_t>(services.size())));
    set_rows(view, "services", service_rows(site, services_of(page, services)));
    set_rows(
        view, "reading", page.number == 1 ? reading_rows(site, audience) : std::vector<View>{});
    set_pagination(view, audience_address(audience.slug), page, words);
    return view;
}

}  // namespace

void add_audience_pages(const Site& site, Pages& pages) {
    const auto& words = site.words_in(Language::Polish);
    pages.push_back(
        {.head = head_of(site, kAudienceList, "audiences_page.title", "audiences_page.lead"),
         .template_name = "audiences",
         .body = [&site] { return audiences_body(site); }});
    for (const auto* audience : published_audiences(site)) {
        auto address = audience_address(audience->slug);
        const auto& services = site.services_of_audience(audience->slug);
        for (const auto& page : list_pages(services.size())) {
            pages.push_back({.head = head_under(site,
                                                kAudienceList,
                                                list_page_address(address, page.number),
                                                list_page_title(audience->name, page, words),
                                                audience->description),
                             .template_name = "audience",
                             .body = [&site, slug = audience->slug, number = page.number] {
                                 return audience_body(site, slug, number);
                             }});
        }
    }
}

}  // namespace okienko::generator
