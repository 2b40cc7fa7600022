#include <algorithm>

#include "generator/feeds/data_file.hpp"
#include "generator/markup.hpp"
#include "language/local_time.hpp"

namespace okienko::generator {
namespace {

constexpr std::size_t kEntries = 20;

std::vector<const ContentPage*> newest_news(const Site& site) {
    std::vector<const ContentPage*> news;
    for (const auto& page : site.content()) {
        bool polish = page.language == language::Language::Polish;
        if (page.kind == ContentKind::News && polish) news.push_back(&page);
    }
    std::stable_sort(
        news.begin(), news.end(), [](const auto* a, const auto* b) { return *a->date > *b->date; });
    if (news.size() > kEntries) news.resize(kEntries);
    return news;
}

model::Date last_change(const ContentPage& page) {
    return page.updated_on.value_or(*page.date);
}

/// News have days, Atom wants moments: noon of that day here.
std::string moment(const Site& site, model::Date date) {
    const auto& zone = site.settings().site.time_zone;
    return language::rfc3339(language::utc_of(date, std::chrono::hours{12}, zone), zone);
}

std::string element(std::string_view name, std::string_view text) {
    return "<" + std::string{name} + ">" + escape_markup(text) + "</" + std::string{name} + ">\n";
}

std::string entry(const Site& site, const ContentPage& page) {
    auto address = site.settings().site.url + page.address;
    return "<entry>\n" + element("title", page.title) + element("id", address) + "<link href=\"" +
           escape_markup(address) + "\"/>\n" + element("published", moment(site, *page.date)) +
           element("updated", moment(site, last_change(page))) + element("summary", page.summary) +
           "<content type=\"html\">" + escape_markup(site.body(page).html) +
           "</content>\n</entry>\n";
}

std::string feed(const Site& site) {
    auto news = newest_news(site);
    model::Date updated = site.settings().accessibility.published_on;
    for (const auto* page : news) updated = std::max(updated, last_change(*page));
    const auto& url = site.settings().site.url;
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"pl\" xml:base=\"" +
        escape_markup(url) + "/\">\n" + element("title", site.settings().centre.name) +
        element("id", url + "/aktualnosci/") + element("updated", moment(site, updated)) +
        "<author>\n" + element("name", site.settings().centre.name) + "</author>\n" +
        "<link rel=\"self\" href=\"" + escape_markup(url) + "/aktualnosci/kanal.xml\"/>\n" +
        "<link href=\"" + escape_markup(url) + "/aktualnosci/\"/>\n";
    for (const auto* page : news) xml += entry(site, *page);
    return xml + "</feed>\n";
}

}  // namespace

void add_atom_feed(const Site& site, DataFiles& files) {
    files.push_back({"/aktualnosci/kanal.xml", [&site] { return feed(site); }});
}

}  // namespace okienko::generator
