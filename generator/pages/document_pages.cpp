#include "generator/pages/document_pages.hpp"

#include <array>
#include <memory>

#include "generator/pages/blank_form_view.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/pages/document_view.hpp"
#include "generator/pages/service_links.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/slug.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::DocumentType;
using model::LibraryDocument;
using SharedIndex = std::shared_ptr<const DocumentIndex>;

/// What residents fetch comes first, what they read after it, then how the centre works.
constexpr std::array kTypesInOrder{DocumentType::Form,
                                   DocumentType::Survey,
                                   DocumentType::Instruction,
                                   DocumentType::Resolution,
                                   DocumentType::Regulation,
                                   DocumentType::Standard,
                                   DocumentType::Plan,
                                   DocumentType::Diagnosis,
                                   DocumentType::Report,
                                   DocumentType::Agreement};
static_assert(kTypesInOrder.size() == model::Choice<DocumentType>::kNames.size());

View library_group(const Site& site, const DocumentIndex& index, DocumentType type) {
    std::vector<View> rows;
    for (const auto& document : site.library()) {
        if (document.type == type) rows.push_back(document_row(site, index, document));
    }
    const auto& title = site.words_in(Language::Polish).label("document_types", type);
    View group{Language::Polish};
    group.value("group_id", language::slugify(title));
    group.words("group_title", title);
    set_rows(group, "documents", std::move(rows));
    return group;
}

View library_view(const Site& site, const DocumentIndex& index) {
    std::vector<View> groups;
    groups.reserve(kTypesInOrder.size());
    for (auto type : kTypesInOrder) groups.push_back(library_group(site, index, type));
    View view{Language::Polish};
    view.list("document_groups", std::move(groups));
    view.flag("library_is_empty", site.library().empty());
    return view;
}

Page library_page(const Site& site, const SharedIndex& index) {
    const auto& words = site.words_in(Language::Polish);
    return {.head = data_head(site,
                              "/dokumenty/",
                              words["documents.title"],
                              words["documents.lead"],
                              Section::Documents),
            .template_name = "documents",
            .body = [&site, index] { return library_view(site, *index); }};
}

Page catalogue_document_page(const Site& site,
                             const SharedIndex& index,
                             const LibraryDocument& document) {
    return {.head = data_head(site,
                              document_address(document.slug),
                              document.title,
                              document.summary.empty() ? document.title : document.summary,
                              Section::Documents),
            .template_name = site.blank_form(document.slug) ? "blank_form" : "document",
            .body = [&site, index, slug = document.slug] {
                const auto& drawn = *site.document(slug);
                View view{Language::Polish};
                view.words("page_lead", drawn.summary);
                view.nothing("page_html").nothing("has_contents").nothing("contents");
                if (const auto* form = site.blank_form(slug)) set_blank_form(view, *form);
                set_document_facts(view, site, *index, drawn);
                set_service_links(view, site, site.services_of_document(slug));
                return view;
            }};
}

Page written_document_page(const Site& site, const SharedIndex& index, const ContentPage& page) {
    auto head = content_head(site, page, Section::Documents);
    return written_page(
        site, page, std::move(head), "document", [&site, index](const ContentPage& written) {
            auto view = content_view(site, written);
            set_document_facts(view, site, *index, *index->find(written.slug));
            set_service_links(view, site, site.services_of_document(written.slug));
            return view;
        });
}

bool is_document(const ContentPage& page) {
    return page.kind == ContentKind::Document && page.language == Language::Polish;
}

}  // namespace

void add_document_pages(const Site& site, Pages& pages) {
    auto index = std::make_shared<const DocumentIndex>(site);
    pages.push_back(library_page(site, index));
    for (const auto& page : site.content()) {
        if (is_document(page)) pages.push_back(written_document_page(site, index, page));
    }
    for (const auto& document : site.library()) {
        const auto* page = site.content_at(document_address(document.slug));
        if (!page) pages.push_back(catalogue_document_page(site, index, document));
    }
}

}  // namespace okienko::generator
