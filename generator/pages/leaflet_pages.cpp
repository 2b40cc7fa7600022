#include "generator/pages/leaflet_pages.hpp"

#include "generator/pages/catalogue_head.hpp"
#include "generator/pages/phrases.hpp"
#include "generator/pages/service_sheet.hpp"
#include "generator/pages/text_rows.hpp"

namespace okienko::generator {
namespace {

using language::Language;

PageHead leaflet_head(const Site& site, const model::Service& service) {
    const auto& words = site.words_in(Language::Polish);
    auto head = head_under(site,
                           kServiceList,
                           leaflet_address(service.slug),
                           words.format("leaflet.title", {{"name", service.name}}),
                           words.format("leaflet.description", {{"name", service.name}}));
    head.breadcrumbs.push_back({service.name, service_address(service.slug)});
    head.indexing = Indexing::Unlisted;
    return head;
}

View leaflet_body(const Site& site, const model::Service& service) {
    const auto& words = site.words_in(Language::Polish);
    View view{Language::Polish};
    auto who = paragraphs(service.eligibility);
    view.words("leaflet_name", service.name);
    view.words("leaflet_lead", service.summary);
    view.words("leaflet_who", who.empty() ? std::string{} : who.front());
    view.words("leaflet_term", service.term);
    view.value("service_url", service_address(service.slug));
    view.value("service_absolute_url", site.settings().site.url + service_address(service.slug));
    view.words("leaflet_as_of",
               words.format("leaflet.as_of", {{"date", date_words(service.verified_on, words)}}));
    set_glance(view, site, service);
    return view;
}

}  // namespace

void add_leaflet_pages(const Site& site, Pages& pages) {
    for (const auto& service : site.services()) {
        pages.push_back({.head = {leaflet_address(service.slug()),
                                  [&site, service] { return leaflet_head(site, service.card()); }},
                         .template_name = "leaflet",
                         .source = "leaflet of service " + service.slug(),
                         .body = [&site, service] { return leaflet_body(site, service.card()); }});
    }
}

}  // namespace okienko::generator
