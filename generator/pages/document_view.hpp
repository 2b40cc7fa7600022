#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/content.hpp"
#include "generator/site.hpp"
#include "generator/view.hpp"
#include "model/catalogue.hpp"

namespace okienko::generator {

/// How the documents of the library depend on one another. Refers to the site; made once, before
/// pages are drawn. Every question notes that the page has read the library.
class DocumentIndex {
  public:
    explicit DocumentIndex(const Site& site);

    /// The entry of the library, or nullptr.
    [[nodiscard]] const model::LibraryDocument* find(std::string_view slug) const;
    /// The document that took the place of this one, or nullptr.
    [[nodiscard]] const model::LibraryDocument* successor(std::string_view slug) const;
    /// Annexes by title.
    [[nodiscard]] const std::vector<const model::LibraryDocument*>& annexes(
        std::string_view slug) const;

  private:
    std::unordered_map<std::string_view, const model::LibraryDocument*> documents_;
    std::unordered_map<std::string_view, const model::LibraryDocument*> successors_;
    std::unordered_map<std::string_view, std::vector<const model::LibraryDocument*>> annexes_;
};

/// A file to download: download_address, download_title, download_format ("PDF"), download_size.
View download_view(const Site& site,
                   language::Language language,
                   std::string_view title,
                   const Attachment& attachment);

/// What is known of a document, keys of the component document_facts:
/// document_type, document_date, document_version, document_language, download, successor,
/// predecessor, parent, annexes, is_printable (a form to fill in by hand).
void set_document_facts(View& view,
                        const Site& site,
                        const DocumentIndex& index,
                        const model::LibraryDocument& document);

/// A row of the library: document_address, document_title, document_summary and the facts.
View document_row(const Site& site,
                  const DocumentIndex& index,
                  const model::LibraryDocument& document);

}  // namespace okienko::generator
