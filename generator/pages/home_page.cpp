#include "generator/pages/home_page.hpp"

#include <algorithm>

#include "generator/pages/catalogue_lists.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/pages/news_pages.hpp"
#include "generator/pages/query_address.hpp"
#include "generator/pages/search_page.hpp"
#include "generator/pages/text_rows.hpp"
#include "generator/structured_data/structured_data.hpp"

namespace okienko::generator {
namespace {

using language::Language;

View entry(const std::string& name, const std::string& address) {
    View row{Language::Polish};
    row.words("entry_name", name).value("entry_url", address);
    return row;
}

std::vector<View> situations(const Site& site) {
    std::vector<View> rows;
    for (const auto* each : published_situations(site)) {
        rows.push_back(entry(each->name, situation_address(each->slug)));
        rows.back().value("icon_url", site.icon(each->icon));
    }
    return rows;
}

std::vector<View> audiences(const Site& site) {
    std::vector<View> rows;
    for (const auto* each : published_audiences(site)) {
        rows.push_back(entry(each->name, audience_address(each->slug)));
        rows.back().value("icon_url", site.icon(each->icon));
    }
    return rows;
}

/// All that the act names. One without services has no page to lead to, and says so; a catalogue
/// without any service has no domains to choose from.
std::vector<View> domains(const Site& site) {
    std::vector<View> rows;
    if (site.services().empty()) return rows;
    const auto& words = site.words_in(Language::Polish);
    for (const auto& each : site.domains()) {
        auto count = site.services_of_domain(each.slug).size();
        rows.push_back(entry(each.name, count == 0 ? "" : domain_address(each.slug)));
        rows.back().words("entry_count",
                          count == 0
                              ? words["home.no_services"]
                              : words.count("count.services", static_cast<std::int64_t>(count)));
    }
    return rows;
}

std::vector<View> latest_news(const Site& site) {
    auto most = static_cast<std::size_t>(std::max(0, site.settings().site.news_on_home));
    std::vector<View> rows;
    for (const auto* page : news_in(site, Language::Polish)) {
        if (rows.size() == most) break;
        rows.push_back(news_row(site, *page));
    }
    return rows;
}

/// Words to try, as links to what they find.
std::vector<View> search_examples(const Site& site) {
    const auto& words = site.words_in(Language::Polish);
    std::vector<View> rows;
    for (const auto* key : {"search.example_1", "search.example_2", "search.example_3"}) {
        rows.push_back(entry(words[key],
                             std::string{kSearchAddress} + "?" +
                                 std::string{search_parameter::kText} + "=" +
                                 parameter_text(words[key])));
    }
    return rows;
}

/// An address that the page links to only when an editor has written it.
void set_written(View& view, const Site& site, ViewName name, std::string_view address) {
    view.value(name, site.content_at(address) ? std::string{address} : std::string{});
}

View home_view(const Site& site) {
    const auto* written = site.content_at("/");
    const auto& centre = site.settings().centre;
    View view{Language::Polish};
    view.words("home_name", written ? written->title : centre.name);
    view.words("home_lead", written ? written->summary : centre.tagline);
    view.html("home_intro_html", written ? site.body(*written).html : std::string{});
    set_rows(view, "situations", situations(site));
    set_rows(view, "audiences", audiences(site));
    set_rows(view, "domains", domains(site));
    set_rows(view, "news", latest_news(site));
    view.html("page_data_html", centre_data(site));
    set_rows(view, "search_examples", search_examples(site));
    set_written(view, site, "how_to_url", "/jak-skorzystac/");
    set_written(view, site, "partnership_url", "/o-nas/partnerstwo/");
    return view;
}

}  // namespace

void add_home_page(const Site& site, Pages& pages) {
    const auto* written = site.content_at("/");
    const auto& centre = site.settings().centre;
    auto head = data_head(site,
                          "/",
                          written ? written->title : centre.name,
                          written ? written->summary : centre.tagline,
                          Section::Home);
    head.breadcrumbs.clear();
    if (written) head.updated_on = written->updated_on;
    pages.push_back(
        {.head = std::move(head), .template_name = "home", .written = written, .body = [&site] {
             return home_view(site);
         }});
}

}  // namespace okienko::generator
