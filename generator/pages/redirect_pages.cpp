#include "generator/pages/redirect_pages.hpp"

#include "generator/pages/content_view.hpp"

namespace okienko::generator {

namespace {

void add_aliases(const Site& site, const std::vector<ContentPage>& content, Pages& pages) {
    for (const auto& page : content) {
        for (const auto& alias : page.aliases) {
            pages.push_back(redirect_page(site, page, alias, page.address));
        }
    }
}

}  // namespace

/// Old addresses of an expired page lead to the notice that took its place.
void add_redirect_pages(const Site& site, Pages& pages) {
    add_aliases(site, site.content(), pages);
    add_aliases(site, site.expired(), pages);
}

Page redirect_page(const Site& site,
                   const ContentPage& page,
                   std::string address,
                   const std::string& target) {
    PageHead head;
    head.address = std::move(address);
    head.title = page.title;
    head.description = page.summary;
    head.language = page.language;
    head.indexing = Indexing::Unlisted;
    return {.head = std::move(head),
            .template_name = "redirect",
            .written = &page,
            .body =
                [&site, language = page.language, title = page.title, target] {
                    const auto* there = site.content_at(target);
                    View view{language};
                    view.value("redirect_address", target);
                    view.value("redirect_url", site.settings().site.url + target);
                    view.words("redirect_title", there ? there->title : title);
                    return view;
                },
            .captured = fingerprint_of_bytes(target)};
}

}  // namespace okienko::generator
