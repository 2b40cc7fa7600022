#include "generator/pages/situation_pages.hpp"

#include "generator/pages/card_text.hpp"
#include "generator/pages/catalogue_head.hpp"
#include "generator/pages/catalogue_lists.hpp"
#include "generator/pages/pagination.hpp"
#include "generator/pages/service_view.hpp"
#include "generator/pages/text_rows.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::Situation;

View situation_row(const Site& site, const Situation& situation) {
    View row{Language::Polish};
    row.value("row_url", situation_address(situation.slug));
    row.words("row_name", situation.name);
    row.words("row_lead", situation.description);
    row.nothing("row_meta");
    row.value("icon_url", site.icon(situation.icon));
    return row;
}

View situations_body(const Site& site) {
    std::vector<View> rows;
    for (const auto* each : published_situations(site)) rows.push_back(situation_row(site, *each));
    View view{Language::Polish};
    set_rows(view, "entries", std::move(rows));
    return view;
}

/// The advice stands on the first page of a long list only.
std::string advice_html(const Site& site, const Situation& situation, const ListPage& page) {
    if (page.number > 1) return {};
    return card_html(site, {"situation", situation.slug, "advice"}, situation.advice, "rada-");
}

View situation_body(const Site& site, const std::string& slug, std::size_t number) {
    const auto& situation = *site.situation(slug);
    const auto& services = site.services_of_situation(slug);
    auto page = list_pages(services.size())[number - 1];
    View view{Language::Polish};
    view.words("lead", situation.description);
    view.html("advice_html", advice_html(site, situation, page));
    set_rows(view, "services", service_rows(site, services_of(page, services)));
    set_pagination(view, situation_address(situation.slug), page, site.words_in(Language::Polish));
    return view;
}

void add_situation(const Site& site, const Situation& situation, Pages& pages) {
    const auto& words = site.words_in(Language::Polish);
    auto address = situation_address(situation.slug);
    const auto& services = site.services_of_situation(situation.slug);
    for (const auto& page : list_pages(services.size())) {
        pages.push_back({.head = head_under(site,
                                            kSituationList,
                                            list_page_address(address, page.number),
                                            list_page_title(situation.name, page, words),
                                            situation.description),
                         .template_name = "situation",
                         .body = [&site, slug = situation.slug, number = page.number] {
                             return situation_body(site, slug, number);
                         }});
    }
}

}  // namespace

void add_situation_pages(const Site& site, Pages& pages) {
    pages.push_back(
        {.head = head_of(site, kSituationList, "situations_page.title", "situations_page.lead"),
         .template_name = "situations",
         .body = [&site] { return situations_body(site); }});
    for (const auto* situation : published_situations(site)) {
        add_situation(site, *situation, pages);
    }
}

}  // namespace okienko::generator
