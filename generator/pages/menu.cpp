#include "generator/pages/menu.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace okienko::generator {
namespace {

using language::Language;

struct FixedEntry {
    std::string_view key;
    std::string_view address;
    Section section;
};

constexpr std::array kMainEntries{
    FixedEntry{"nav.services", "/uslugi/", Section::Services},
    FixedEntry{"nav.situations", "/sprawy/", Section::Situations},
    FixedEntry{"nav.timetable", "/harmonogram/", Section::Timetable},
    FixedEntry{"nav.news", "/aktualnosci/", Section::News},
};

constexpr std::array kCatalogueEntries{
    FixedEntry{"nav.audiences", "/dla-kogo/", Section::Audiences},
    FixedEntry{"nav.domains", "/obszary/", Section::Domains},
    FixedEntry{"nav.a_to_z", "/a-z/", Section::Index},
    FixedEntry{"nav.providers", "/podmioty/", Section::Providers},
    FixedEntry{"nav.programme", "/program/", Section::Programme},
    FixedEntry{"nav.documents", "/dokumenty/", Section::Documents},
    FixedEntry{"nav.films", "/filmy/", Section::Films},
    FixedEntry{"nav.results", "/wyniki/", Section::Results},
};

/// The menu entry under which a reader would look for the pages of a section.
Section menu_section(Section section) {
    switch (section) {
        case Section::Domains:
        case Section::Audiences:
        case Section::Providers:
        case Section::Index:
            return Section::Services;
        default:
            return section;
    }
}

/// The section of an editor's page in the main menu, by its slug, which translations share.
Section section_of(const ContentPage& page) {
    if (page.slug == "jak-skorzystac") return Section::HowTo;
    if (page.slug == "o-nas") return Section::About;
    if (page.slug == "kontakt") return Section::Contact;
    return Section::Other;
}

bool has_translation(const Site& site, const ContentPage& page, Language language) {
    auto address = in_language(language, page.address);
    return std::any_of(site.content().begin(), site.content().end(), [&](const ContentPage& other) {
        return other.language == language && other.address == address;
    });
}

std::vector<const ContentPage*> pages_in(const Site& site, Menu menu, Language language) {
    std::vector<const ContentPage*> pages;
    for (const auto& page : site.content()) {
        if (page.menu == menu && page.language == language) pages.push_back(&page);
    }
    std::stable_sort(pages.begin(), pages.end(), [](const auto* a, const auto* b) {
        return a->menu_order < b->menu_order;
    });
    return pages;
}

const std::string& menu_title(const ContentPage& page) {
    return page.menu_title.empty() ? page.title : page.menu_title;
}

View menu_row(Language language, std::string_view title, std::string_view address, bool current) {
    View row{language};
    row.words("menu_title", title);
    row.value("menu_url", std::string{address});
    row.flag("menu_current", current);
    return row;
}

View footer_row(const ContentPage& page, Language language) {
    View row{page.language};
    row.words("footer_title", menu_title(page));
    row.value("footer_url", page.address);
    row.value("footer_lang",
              page.language == language ? std::string{} : std::string{code(page.language)});
    return row;
}

}  // namespace

std::vector<View> main_menu(const Site& site, Language language, Section section) {
    std::vector<View> rows;
    auto current = menu_section(section);
    const auto& words = site.words_in(language);
    if (language == Language::Polish) {
        for (const auto& entry : kMainEntries) {
            rows.push_back(
                menu_row(language, words[entry.key], entry.address, entry.section == current));
        }
    }
    if (language != Language::Polish && !site.services_in(language).empty()) {
        rows.push_back(menu_row(language,
                                words["nav.services"],
                                in_language(language, "/uslugi/"),
                                current == Section::Services));
    }
    for (const auto* page : pages_in(site, Menu::Main, language)) {
        auto own = section_of(*page);
        bool is_current = own == current && own != Section::Other;
        rows.push_back(menu_row(language, menu_title(*page), page->address, is_current));
    }
    return rows;
}

std::vector<View> catalogue_menu(const Site& site, Language language) {
    std::vector<View> rows;
    if (language != Language::Polish) return rows;
    const auto& words = site.words_in(language);
    for (const auto& entry : kCatalogueEntries) {
        View row{language};
        row.words("catalogue_title", words[entry.key]);
        row.value("catalogue_url", std::string{entry.address});
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<View> footer_menu(const Site& site, Language language) {
    std::vector<View> rows;
    for (const auto* page : pages_in(site, Menu::Footer, language)) {
        rows.push_back(footer_row(*page, language));
    }
    if (language == Language::Polish) return rows;
    for (const auto* page : pages_in(site, Menu::Footer, Language::Polish)) {
        if (!has_translation(site, *page, language)) rows.push_back(footer_row(*page, language));
    }
    return rows;
}

}  // namespace okienko::generator
