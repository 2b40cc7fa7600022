#include "generator/pages/service_pages.hpp"

#include "generator/pages/catalogue_head.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/pages/service_sheet.hpp"
#include "generator/structured_data/structured_data.hpp"

namespace okienko::generator {
namespace {

using language::Language;

/// Its pages in other languages than this.
std::vector<Translation> other_versions(const Site& site,
                                        Language language,
                                        std::string_view slug) {
    std::vector<Translation> versions;
    for (auto other : site.languages_of(slug)) {
        if (other == language) continue;
        versions.push_back({other, in_language(other, service_address(slug))});
    }
    return versions;
}

PageHead service_head(const Site& site, const model::Service& service) {
    auto head = head_under(
        site, kServiceList, service_address(service.slug), service.name, service.summary);
    head.updated_on = service.verified_on;
    head.translations = other_versions(site, Language::Polish, service.slug);
    return head;
}

View service_body(const Site& site, const model::Service& service) {
    auto view = service_sheet(site, service);
    view.html("page_data_html", service_data(site, service));
    return view;
}

ServiceVersion version_of(const Site& site, Language language, const ServiceRef& service) {
    return {service.card(), *site.translation(language, service.slug()), language};
}

PageHead version_head(const Site& site, const ServiceVersion& version) {
    auto language = version.language();
    PageHead head;
    head.address = in_language(language, service_address(version->slug));
    head.title = version->name;
    head.description = version->summary;
    head.language = language;
    head.section = Section::Services;
    head.breadcrumbs = crumbs_to(site, language, in_language(language, kServiceList.address));
    head.breadcrumbs.push_back(
        {site.words_in(language)[kServiceList.key], in_language(language, kServiceList.address)});
    head.updated_on = version->verified_on;
    head.translations = other_versions(site, language, version->slug);
    return head;
}

void add_versions(const Site& site, Language language, Pages& pages) {
    for (const auto& service : site.services_in(language)) {
        auto version = [&site, service, language] { return version_of(site, language, service); };
        auto address = in_language(language, service_address(service.slug()));
        pages.push_back(
            {.head = {address, [&site, version] { return version_head(site, version()); }},
             .template_name = "service",
             .body = [&site, version] { return service_sheet(site, version()); }});
    }
}

}  // namespace

void add_service_pages(const Site& site, Pages& pages) {
    for (const auto& service : site.services()) {
        pages.push_back({.head = {service_address(service.slug()),
                                  [&site, service] { return service_head(site, service.card()); }},
                         .template_name = "service",
                         .body = [&site, service] { return service_body(site, service.card()); }});
    }
    for (auto language : site.settings().site.languages) {
        if (language != Language::Polish) add_versions(site, language, pages);
    }
}

}  // namespace okienko::generator
