#include "generator/pages/site_map_page.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "generator/pages/catalogue_lists.hpp"
#include "generator/pages/clause_pages.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/pages/news_pages.hpp"
#include "generator/pages/text_rows.hpp"

namespace okienko::generator {
namespace {

using language::Language;

constexpr std::size_t kMostLinks = 500;

struct Branch {
    Crumb link;
    std::vector<Crumb> below;
};

View link_view(Language language, const Crumb& link) {
    View row{language};
    row.value("link_address", link.address).words("link_title", link.title);
    return row;
}

View branch_view(Language language, const Branch& branch) {
    auto row = link_view(language, branch.link);
    std::vector<View> below;
    for (const auto& link : branch.below) below.push_back(link_view(language, link));
    set_rows(row, "below", std::move(below));
    return row;
}

/// A section of the map: its list's own page, then what is in it, as far as there is room.
View section_view(Language language, const Crumb& head, const std::vector<Branch>& branches) {
    auto shown = std::min(branches.size(), kMostLinks);
    std::vector<View> rows;
    for (std::size_t i = 0; i < shown; ++i) rows.push_back(branch_view(language, branches[i]));
    View section{language};
    section.words("part_title", head.title).value("part_address", head.address);
    section.value(
        "part_language",
        language == Language::Polish ? std::string{} : std::string{language::code(language)});
    set_rows(section, "links", std::move(rows));
    section.flag("has_more", branches.size() > shown);
    return section;
}

Crumb fixed(const Site& site, std::string_view key, std::string address) {
    return {site.words_in(Language::Polish)[key], std::move(address)};
}

template <class Card>
std::vector<Branch> cards_of(const std::vector<const Card*>& cards,
                             std::string (*address)(std::string_view)) {
    std::vector<Branch> branches;
    for (const auto* card : cards) {
        if (branches.size() > kMostLinks) break;
        branches.push_back({{card->name, address(card->slug)}, {}});
    }
    return branches;
}

std::vector<Branch> services_of(const Site& site) {
    std::vector<Branch> branches;
    for (const auto& service : site.services()) {
        if (branches.size() > kMostLinks) break;
        branches.push_back({{service.name(), service_address(service.slug())}, {}});
    }
    return branches;
}

std::vector<Branch> documents_of(const Site& site) {
    std::vector<Branch> branches;
    for (const auto& document : site.library()) {
        branches.push_back({{document.title, document_address(document.slug)}, {}});
    }
    return branches;
}

std::vector<Branch> news_of(const Site& site) {
    std::vector<Branch> branches;
    for (const auto* page : news_in(site, Language::Polish)) {
        branches.push_back({{page->title, page->address}, {}});
    }
    return branches;
}

std::vector<Branch> written_of(const Site& site, ContentKind kind) {
    std::vector<Branch> branches;
    for (const auto& page : site.content()) {
        if (page.kind != kind || page.language != Language::Polish) continue;
        branches.push_back({{page.title, page.address}, {}});
    }
    return branches;
}

/// An editor's pages; those of a folder stand below the folder's page, for content is in order of
/// address.
std::vector<Branch> pages_in(const Site& site, Language language) {
    std::vector<Branch> branches;
    for (const auto& page : site.content()) {
        if (page.language != language) continue;
        if (language == Language::Polish && page.kind != ContentKind::Page) continue;
        Crumb link{page.title, page.address};
        bool home = page.kind == ContentKind::Home;
        bool inside = !branches.empty() && !home &&
                      branches.back().link.address != in_language(language, "/") &&
                      page.address.starts_with(branches.back().link.address);
        if (inside) {
            branches.back().below.push_back(std::move(link));
        } else {
            branches.push_back({std::move(link), {}});
        }
    }
    return branches;
}

std::vector<Branch> data_pages(const Site& site) {
    return {{fixed(site, "nav.home", "/"), {}},
            {fixed(site, "nav.timetable", "/harmonogram/"), {}},
            {fixed(site, "nav.a_to_z", "/a-z/"), {}},
            {fixed(site, "nav.contact", "/kontakt/"), {}},
            {fixed(site, "nav.results", "/wyniki/"), {}},
            {fixed(site, "nav.accessibility", "/deklaracja-dostepnosci/"), {}}};
}

std::vector<Branch> clauses_of(const Site& site) {
    std::vector<Branch> branches;
    for (const auto& clause : site.settings().privacy.clauses) {
        branches.push_back(
            {{clause_title(site, clause.subject), clause_address(clause.subject)}, {}});
    }
    return branches;
}

View map_view(const Site& site) {
    auto pages = data_pages(site);
    for (auto& branch : clauses_of(site)) pages.push_back(std::move(branch));
    for (auto& branch : pages_in(site, Language::Polish)) {
        if (branch.link.address != "/kontakt/") pages.push_back(std::move(branch));
    }
    std::vector<View> parts;
    auto add = [&](std::string_view key, std::string address, const std::vector<Branch>& links) {
        parts.push_back(
            section_view(Language::Polish, fixed(site, key, std::move(address)), links));
    };
    add("site_map.pages", {}, pages);
    add("nav.situations", "/sprawy/", cards_of(published_situations(site), situation_address));
    add("nav.services", "/uslugi/", services_of(site));
    add("nav.domains", "/obszary/", cards_of(published_domains(site), domain_address));
    add("nav.audiences", "/dla-kogo/", cards_of(published_audiences(site), audience_address));
    add("nav.providers", "/podmioty/", cards_of(site.providers(), provider_address));
    add("nav.programme", "/program/", written_of(site, ContentKind::Programme));
    add("nav.documents", "/dokumenty/", documents_of(site));
    add("nav.news", "/aktualnosci/", news_of(site));
    add("nav.films", "/filmy/", written_of(site, ContentKind::Film));
    for (auto language : site.settings().site.languages) {
        auto links =
            language == Language::Polish ? std::vector<Branch>{} : pages_in(site, language);
        if (links.empty()) continue;
        auto name =
            site.words_in(language)["language_name." + std::string{language::code(language)}];
        parts.push_back(section_view(language, {name, {}}, links));
    }
    View view{Language::Polish};
    view.list("parts", std::move(parts));
    return view;
}

}  // namespace

void add_site_map_page(const Site& site, Pages& pages) {
    const auto& words = site.words_in(Language::Polish);
    pages.push_back(
        {.head = data_head(
             site, "/mapa-strony/", words["nav.sitemap"], words["site_map.lead"], Section::Other),
         .template_name = "site_map",
         .body = [&site] { return map_view(site); }});
}

}  // namespace okienko::generator
