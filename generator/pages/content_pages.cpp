#include "generator/pages/content_pages.hpp"

#include "generator/pages/content_view.hpp"
#include "generator/pages/document_view.hpp"

namespace okienko::generator {
namespace {

using language::Language;

bool is_plain(const ContentPage& page) {
    switch (page.kind) {
        case ContentKind::Page:
            return page.address != "/kontakt/";
        case ContentKind::Home:
        case ContentKind::Document:
        case ContentKind::Programme:
            return page.language != Language::Polish;
        case ContentKind::News:
        case ContentKind::Film:
            return false;
    }
    return false;
}

Section section_of(const ContentPage& page) {
    auto stem = std::string_view{page.address}.substr(in_language(page.language, "/").size());
    if (page.kind == ContentKind::Home) return Section::Home;
    if (page.kind == ContentKind::Document) return Section::Documents;
    if (page.kind == ContentKind::Programme) return Section::Programme;
    if (stem.starts_with("o-nas/")) return Section::About;
    if (stem.starts_with("jak-skorzystac/")) return Section::HowTo;
    if (stem.starts_with("kontakt/")) return Section::Contact;
    return Section::Other;
}

View plain_view(const Site& site, const ContentPage& page) {
    auto view = content_view(site, page);
    if (const auto& file = site.body(page).attachment) {
        view.object("download", download_view(site, page.language, page.title, *file));
    } else {
        view.nothing("download");
    }
    return view;
}

Page plain_page(const Site& site, const ContentPage& page) {
    auto head = content_head(site, page, section_of(page));
    if (page.kind == ContentKind::Home) head.breadcrumbs.clear();
    return written_page(site, page, std::move(head), "content_page", [&site](const auto& written) {
        return plain_view(site, written);
    });
}

}  // namespace

void add_content_pages(const Site& site, Pages& pages) {
    for (const auto& page : site.content()) {
        if (is_plain(page)) pages.push_back(plain_page(site, page));
    }
}

}  // namespace okienko::generator
