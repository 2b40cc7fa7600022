#include "generator/pages/document_view.hpp"

#include <algorithm>

#include "generator/incremental/inputs.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/collation.hpp"
#include "language/numbers.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::LibraryDocument;

constexpr std::uintmax_t kKilobyte = 1000;
constexpr std::uintmax_t kMegabyte = 1000 * kKilobyte;

const std::vector<const LibraryDocument*> kNoDocuments;

/// Rounded up: a file is never larger than we say.
std::string size_text(const Site& site, Language language, std::uintmax_t bytes) {
    bool large = bytes >= kMegabyte;
    auto unit = large ? kMegabyte : kKilobyte;
    auto units = static_cast<std::int64_t>((bytes + unit - 1) / unit);
    return site.words_in(language).format(large ? "documents.megabytes" : "documents.kilobytes",
                                          {{"n", language::number(units, language)}});
}

View linked(const LibraryDocument& document) {
    View row{Language::Polish};
    row.value("linked_address", document_address(document.slug));
    row.words("linked_title", document.title);
    return row;
}

void set_linked(View& view, ViewName name, const LibraryDocument* document) {
    if (document) {
        view.object(name, linked(*document));
    } else {
        view.nothing(name);
    }
}

void set_download(View& view, const Site& site, const LibraryDocument& document) {
    if (const auto* file = site.attachment(document.slug)) {
        view.object("download", download_view(site, Language::Polish, document.title, *file));
    } else {
        view.nothing("download");
    }
}

}  // namespace

DocumentIndex::DocumentIndex(const Site& site) {
    for (const auto& document : site.library()) {
        documents_.emplace(document.slug, &document);
        if (!document.replaces.empty()) successors_.emplace(document.replaces, &document);
        if (!document.annex_to.empty()) annexes_[document.annex_to].push_back(&document);
    }
    language::Collator collator{Language::Polish};
    for (auto& [parent, annexes] : annexes_) {
        std::stable_sort(annexes.begin(), annexes.end(), [&](const auto* a, const auto* b) {
            return collator.compare(a->title, b->title) < 0;
        });
    }
}

const LibraryDocument* DocumentIndex::find(std::string_view slug) const {
    note_read(InputKind::Library);
    auto found = documents_.find(slug);
    return found == documents_.end() ? nullptr : found->second;
}

const LibraryDocument* DocumentIndex::successor(std::string_view slug) const {
    note_read(InputKind::Library);
    auto found = successors_.find(slug);
    return found == successors_.end() ? nullptr : found->second;
}

const std::vector<const LibraryDocument*>& DocumentIndex::annexes(std::string_view slug) const {
    note_read(InputKind::Library);
    auto found = annexes_.find(slug);
    return found == annexes_.end() ? kNoDocuments : found->second;
}

View download_view(const Site& site,
                   Language language,
                   std::string_view title,
                   const Attachment& attachment) {
    View view{language};
    view.value("download_address", attachment.address);
    view.words("download_title", title);
    view.value("download_format", attachment.extension);
    view.words("download_size", size_text(site, language, attachment.bytes));
    return view;
}

void set_document_facts(View& view,
                        const Site& site,
                        const DocumentIndex& index,
                        const LibraryDocument& document) {
    const auto& words = site.words_in(Language::Polish);
    view.words("document_type", words.label("document_type", document.type));
    if (document.date.ok()) {
        view.object("document_date", date_view(site, Language::Polish, document.date));
    } else {
        view.nothing("document_date");
    }
    view.words("document_version", document.version);
    const auto* language = words.find("spoken_language." + document.file_language);
    view.words("document_language",
               language && document.file_language != "pl" ? *language : std::string{});
    set_download(view, site, document);
    view.flag("is_printable", site.blank_form(document.slug) != nullptr);
    set_linked(view, "successor", index.successor(document.slug));
    set_linked(view, "predecessor", index.find(document.replaces));
    set_linked(view, "parent_document", index.find(document.annex_to));
    std::vector<View> annexes;
    for (const auto* annex : index.annexes(document.slug)) annexes.push_back(linked(*annex));
    set_rows(view, "annexes", std::move(annexes));
}

View document_row(const Site& site, const DocumentIndex& index, const LibraryDocument& document) {
    View row{Language::Polish};
    row.value("document_address", document_address(document.slug));
    row.words("document_title", document.title);
    row.words("document_summary", document.summary);
    set_document_facts(row, site, index, document);
    return row;
}

}  // namespace okienko::generator
