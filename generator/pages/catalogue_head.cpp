#include "generator/pages/catalogue_head.hpp"

namespace okienko::generator {
namespace {

using language::Language;

Crumb home(const Words& words) {
    return {words["nav.home"], "/"};
}

}  // namespace

std::vector<Translation> list_translations(const Site& site, Language language) {
    std::vector<Translation> translations;
    for (auto other : site.settings().site.languages) {
        bool exists = other == Language::Polish || !site.services_in(other).empty();
        if (other == language || !exists) continue;
        translations.push_back({other, in_language(other, kServiceList.address)});
    }
    return translations;
}

PageHead head_under(const Site& site,
                    const CatalogueList& list,
                    std::string address,
                    std::string title,
                    std::string description) {
    const auto& words = site.words_in(Language::Polish);
    PageHead head;
    head.address = std::move(address);
    head.title = std::move(title);
    head.description = std::move(description);
    head.section = list.section;
    head.breadcrumbs = {home(words), {words[list.key], std::string{list.address}}};
    return head;
}

PageHead head_of(const Site& site,
                 const CatalogueList& list,
                 std::string_view title_key,
                 std::string_view lead_key) {
    const auto& words = site.words_in(Language::Polish);
    PageHead head;
    head.address = std::string{list.address};
    head.title = words[title_key];
    head.description = words[lead_key];
    head.section = list.section;
    head.breadcrumbs = {home(words)};
    if (list.address == kServiceList.address) {
        head.translations = list_translations(site, Language::Polish);
    }
    return head;
}

}  // namespace okienko::generator
