#include "generator/pages/expired_pages.hpp"

#include "generator/incremental/validity.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/pages/redirect_pages.hpp"

namespace okienko::generator {
namespace {

Section section_of(ContentKind kind) {
    switch (kind) {
        case ContentKind::News:
            return Section::News;
        case ContentKind::Document:
            return Section::Documents;
        case ContentKind::Film:
            return Section::Films;
        case ContentKind::Programme:
            return Section::Programme;
        case ContentKind::Home:
        case ContentKind::Page:
            return Section::Other;
    }
    return Section::Other;
}

/// `above` is the list or the folder that the page stood in.
View notice_view(const Site& site, const ContentPage& page, const Crumb& above) {
    View view{page.language};
    view.words("expired_summary", page.summary);
    view.nothing("expired_on");
    if (page.expires_on) {
        view.object("expired_on", date_view(site, page.language, *page.expires_on));
    }
    view.value("section_address", above.address);
    view.words("section_title", above.title);
    return view;
}

Page notice_page(const Site& site, const ContentPage& page) {
    auto head = content_head(site, page, section_of(page.kind));
    auto above = head.breadcrumbs.back();
    head.translations.clear();
    head.indexing = Indexing::Unlisted;
    return {.head = std::move(head),
            .template_name = "expired",
            .written = &page,
            .body = [&site, &page, above] { return notice_view(site, page, above); },
            .captured = combined(
                fingerprint_of_bytes(page.summary),
                static_cast<Fingerprint>(page.expires_on ? local_minute(*page.expires_on) : 0))};
}

}  // namespace

void add_expired_pages(const Site& site, Pages& pages) {
    for (const auto& page : site.expired()) {
        if (page.replaced_by.empty()) {
            pages.push_back(notice_page(site, page));
        } else {
            pages.push_back(redirect_page(site, page, page.address, page.replaced_by));
        }
    }
}

}  // namespace okienko::generator
