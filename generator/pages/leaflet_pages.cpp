#include "generator/pages/leaflet_pages.hpp"

#include "generator/pages/announcement_view.hpp"
#include "generator/pages/catalogue_head.hpp"
#include "generator/pages/phrases.hpp"
#include "generator/pages/poster_view.hpp"
#include "generator/pages/service_sheet.hpp"
#include "generator/pages/text_rows.hpp"
#include "generator/qr_image.hpp"
#include "language/utf8.hpp"

namespace okienko::generator {
namespace {

using language::Language;

/// More than this fits on A5 only in smaller type, and more than that only without details.
constexpr std::size_t kRoomy = 560;
constexpr std::size_t kDense = 1100;

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

/// Characters that have to find room, places counted as lines.
std::size_t length_of(const model::Service& service, const std::string& who) {
    return 2 * language::character_count(service.name) +
           language::character_count(service.summary) + language::character_count(who) +
           language::character_count(service.term) + 55 * service.places.size();
}

void set_leaflet(View& view, const Site& site, const model::Service& service) {
    const auto& words = site.words_in(Language::Polish);
    auto who = first_paragraph(service.eligibility);
    auto length = length_of(service, who);
    view.value("leaflet_class", length > kRoomy ? "ok-leaflet ok-leaflet--dense" : "ok-leaflet");
    view.words("leaflet_name", service.name);
    view.words("leaflet_lead", service.summary);
    view.words("leaflet_who", length > kDense ? std::string{} : who);
    view.words("leaflet_term", service.term);
    view.words("leaflet_as_of",
               words.format("leaflet.as_of", {{"date", date_words(service.verified_on, words)}}));
}

View leaflet_body(const Site& site, const model::Service& service) {
    View view{Language::Polish};
    auto address = site.settings().site.url + service_address(service.slug);
    view.value("service_url", service_address(service.slug));
    view.value("service_absolute_url", address);
    view.html("service_qr_html", qr_image(address));
    view.nothing("page_qr_html");  // Each sheet leads to the service instead.
    set_glance(view, site, service);
    set_leaflet(view, site, service);
    set_poster(view, site, service);
    set_announcement(view, site, service);
    return view;
}

}  // namespace

void add_leaflet_pages(const Site& site, Pages& pages) {
    for (const auto& service : site.services()) {
        pages.push_back({.head = {leaflet_address(service.slug()),
                                  [&site, service] { return leaflet_head(site, service.card()); }},
                         .template_name = "leaflet",
                         .body = [&site, service] { return leaflet_body(site, service.card()); }});
    }
}

}  // namespace okienko::generator
