#include "generator/pages/not_found_page.hpp"

namespace okienko::generator {

using language::Language;

void add_not_found_page(const Site& site, Pages& pages) {
    const auto& words = site.words_in(Language::Polish);
    PageHead head;
    head.address = "/404.html";
    head.title = words["not_found.title"];
    head.description = words["not_found.lead"];
    head.indexing = Indexing::Unlisted;
    pages.push_back({.head = std::move(head), .template_name = "not_found", .body = [] {
                         View view{Language::Polish};
                         view.nothing("page_qr_html");
                         return view;
                     }});
}

}  // namespace okienko::generator
