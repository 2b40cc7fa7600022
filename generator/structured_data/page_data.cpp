#include "generator/structured_data/nodes.hpp"
#include "generator/structured_data/structured_data.hpp"

namespace okienko::generator {
namespace {

void write_step(std::int64_t position,
                std::string_view name,
                const std::string& url,
                JsonText& json) {
    begin_node(json, "ListItem");
    json.key("position").number(position);
    json.member("name", name).member("item", url).end_object();
}

}  // namespace

std::string breadcrumb_data(const Site& site, const PageHead& head) {
    if (head.breadcrumbs.empty() || head.indexing == Indexing::Unlisted) return {};
    JsonText json;
    begin_document(json, "BreadcrumbList").begin_array("itemListElement");
    std::int64_t position = 0;
    for (const auto& crumb : head.breadcrumbs) {
        write_step(++position, crumb.title, absolute_url(site, crumb.address), json);
    }
    write_step(++position, head.title, absolute_url(site, head.address), json);
    return json.end_array().end_object().take();
}

std::string news_data(const Site& site, const ContentPage& page) {
    auto url = absolute_url(site, page.address);
    JsonText json;
    begin_document(json, "NewsArticle")
        .member("@id", url + "#wiadomosc")
        .member("url", url)
        .member("headline", page.title)
        .member("description", page.summary)
        .member("inLanguage", language::code(page.language));
    if (page.date) json.member("datePublished", model::to_iso(*page.date));
    if (page.updated_on) json.member("dateModified", model::to_iso(*page.updated_on));
    json.key("author");
    write_centre(site, json);
    json.key("publisher");
    write_centre(site, json);
    return json.end_object().take();
}

}  // namespace okienko::generator
