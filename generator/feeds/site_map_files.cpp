#include <optional>
#include <string_view>

#include "generator/feeds/data_file.hpp"
#include "generator/markup.hpp"
#include "model/date.hpp"

namespace okienko::generator {
namespace {

/// The most addresses that one file may hold (sitemaps.org protocol).
constexpr std::size_t kPart = 50'000;

using std::chrono::sys_days;

constexpr std::string_view kHeader = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
constexpr std::string_view kNamespace = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// What the site map says of a page.
struct Entry {
    std::string_view address;
    std::optional<model::Date> updated_on;
};
using Entries = std::vector<Entry>;

Entries listed_pages(const Pages& pages) {
    Entries listed;
    for (const auto& page : pages) {
        auto head = page.head();
        if (head.indexing != Indexing::Listed) continue;
        listed.push_back({page.head.address(), head.updated_on});
    }
    return listed;
}

Fingerprint fingerprint_of_entries(const Entries& entries) {
    Fingerprint made = 0;
    for (const auto& [address, updated_on] : entries) {
        made = fingerprint_of_bytes(address, made);
        if (updated_on) {
            auto day = sys_days{*updated_on}.time_since_epoch().count();
            made = combined(made, static_cast<Fingerprint>(day));
        }
    }
    return made;
}

std::string url_set(const Site& site, const Entries& entries, std::size_t begin) {
    std::string xml{kHeader};
    xml += "<urlset" + std::string{kNamespace} + ">\n";
    for (std::size_t i = begin; i < std::min(begin + kPart, entries.size()); ++i) {
        const auto& [address, updated_on] = entries[i];
        xml += "<url><loc>";
        append_escaped(xml, site.settings().site.url);
        append_escaped(xml, address);
        xml += "</loc>";
        if (updated_on) xml += "<lastmod>" + model::to_iso(*updated_on) + "</lastmod>";
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
        xml += "<sitemap><loc>" + escape_markup(site.settings().site.url + part_address(part)) +
               "</loc></sitemap>\n";
    }
    return xml + "</sitemapindex>\n";
}

}  // namespace

void add_site_map_files(const Site& site, const Pages& pages, DataFiles& files) {
    auto entries = listed_pages(pages);
    auto parts = (entries.size() + kPart - 1) / kPart;
    if (parts <= 1) {
        files.push_back({"/sitemap.xml",
                         [&site, entries] { return url_set(site, entries, 0); },
                         fingerprint_of_entries(entries)});
    } else {
        files.push_back({"/sitemap.xml",
                         [&site, parts] { return index_of_parts(site, parts); },
                         static_cast<Fingerprint>(parts)});
        auto captured = fingerprint_of_entries(entries);
        for (std::size_t part = 0; part < parts; ++part) {
            files.push_back(
                {part_address(part),
                 [&site, entries, part] { return url_set(site, entries, part * kPart); },
                 captured});
        }
    }
    files.push_back({"/robots.txt", [&site] {
                         return "User-agent: *\nAllow: /\n\nSitemap: " + site.settings().site.url +
                                "/sitemap.xml\n";
                     }});
}

}  // namespace okienko::generator
