#include "generator/pages/service_version_list_pages.hpp"

#include "generator/pages/catalogue_head.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/pages/service_view.hpp"
#include "generator/pages/text_rows.hpp"

namespace okienko::generator {
namespace {

using language::Language;

PageHead list_head(const Site& site, Language language) {
    const auto& words = site.words_in(language);
    PageHead head;
    head.address = in_language(language, kServiceList.address);
    head.title = words["translated_services.title"];
    head.description = words["translated_services.lead"];
    head.language = language;
    head.section = kServiceList.section;
    head.breadcrumbs = crumbs_to(site, language, head.address);
    head.translations = list_translations(site, language);
    return head;
}

View list_body(const Site& site, Language language) {
    View view{language};
    const auto& services = site.services_in(language);
    auto others = static_cast<std::int64_t>(site.services().size() - services.size());
    set_rows(view, "services", service_rows(site, services, language));
    view.words("others",
               others == 0 ? std::string{}
                           : site.words_in(language).count("count.only_in_polish", others));
    view.value("all_url", std::string{kServiceList.address});
    return view;
}

}  // namespace

void add_service_version_list_pages(const Site& site, Pages& pages) {
    for (auto language : site.settings().site.languages) {
        if (language == Language::Polish || site.services_in(language).empty()) continue;
        auto head = list_head(site, language);
        pages.push_back({.head = std::move(head),
                         .template_name = "translated_services",
                         .body = [&site, language] { return list_body(site, language); }});
    }
}

}  // namespace okienko::generator
