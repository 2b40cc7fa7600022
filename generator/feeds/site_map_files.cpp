#include "generator/feeds/data_file.hpp"
#include "generator/markup.hpp"
#include "model/date.hpp"

namespace okienko::generator {
namespace {

/// The most addresses that one file may hold (sitemaps.org protocol).
constexpr std::size_t kPart = 50'000;

constexpr std::string_view kHeader = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
constexpr std::string_view kNamespace = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

using Heads = std::vector<const PageHead*>;

Heads listed_pages(const Pages& pages) {
    Heads listed;
    for (const auto& page : pages) {
        if (page.head.indexing == Indexing::Listed) listed.push_back(&page.head);
    }
    return listed;
}

std::string url_set(const Site& site, const Heads& heads, std::size_t begin) {
    std::string xml{kHeader};
    xml += "<urlset" + std::string{kNamespace} + ">\n";
    for (std::size_t i = begin; i < std::min(begin + kPart, heads.size()); ++i) {
        xml += "<url><loc>" + escape_markup(site.settings.site.url + heads[i]->address) + "</loc>";
        if (auto date = heads[i]->updated_on) {
            xml += "<lastmod>" + model::to_iso(*date) + "</lastmod>";
        }
        xml += "</url>\n";
    }
    return xml + "</urlset>\n";
}

std::string part_address(std::size_t part) {
    return "/sitemap-" + std::to_string(part + 1) + ".xml";
}

std::string index_of_parts(const Site& site, std::size_t parts) {
    std::string xml{kHeader};
    xml += "<sitemapindex" + std::string{kNamespace} + ">\n";
    for (std::size_t part = 0; part < parts; ++part) {
        xml += "<sitemap><loc>" + escape_markup(site.settings.site.url + part_address(part)) +
               "</loc></sitemap>\n";
    }
    return xml + "</sitemapindex>\n";
}

}  // namespace

void add_site_map_files(const Site& site, const Pages& pages, DataFiles& files) {
    auto heads = listed_pages(pages);
    auto parts = (heads.size() + kPart - 1) / kPart;
    if (parts <= 1) {
        files.push_back({"/sitemap.xml", [&site, heads] { return url_set(site, heads, 0); }});
    } else {
        files.push_back({"/sitemap.xml", [&site, parts] { return index_of_parts(site, parts); }});
        for (std::size_t part = 0; part < parts; ++part) {
            files.push_back({part_address(part),
                             [&site, heads, part] { return url_set(site, heads, part * kPart); }});
        }
    }
    files.push_back({"/robots.txt", [&site] {
                         return "User-agent: *\nAllow: /\n\nSitemap: " + site.settings.site.url +
                                "/sitemap.xml\n";
                     }});
}

}  // namespace okienko::generator
