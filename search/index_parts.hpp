#pragma once

#include <cstddef>
#include <exception>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "db/search_file.hpp"
#include "search/expression.hpp"
#include "search/postings.hpp"
#include "search/vocabulary.hpp"

namespace okienko::search {

/// "00.db": the file of a part, in the folder of its index.
std::string part_file_name(std::size_t part);

/// The files that an index is cut into, each with numbers of its own for documents and terms. Here
/// they have numbers of the whole. Immutable once it is made; thread-safe.
class IndexParts {
  public:
    /// Reads from all parts. Belongs to one thread, and must not outlive the parts.
    class Reader;

    /// Of the files from part_file_name(0) on. Adds their terms and words to the vocabulary. Throws
    /// db::DatabaseError.
    IndexParts(const std::filesystem::path& folder, Vocabulary& vocabulary);
    IndexParts(const IndexParts&) = delete;
    IndexParts& operator=(const IndexParts&) = delete;
    ~IndexParts();

    /// All of them, in the order of their numbers. To be called once.
    std::vector<db::IndexedDocument> take_documents() { return std::move(documents_); }
    /// How many documents have a term, by its number; those of no document may be missing.
    [[nodiscard]] const std::vector<std::uint32_t>& documents_of() const { return documents_of_; }

    [[nodiscard]] Reader reader() const;

  private:
    using Files = std::vector<std::unique_ptr<db::SearchFileReader>>;

    static constexpr TermId kNone = ~TermId{0};

    struct Part {
        std::filesystem::path file;
        DocumentId first = 0;
        std::vector<TermId> whole;  ///< By the part's numbers of terms.
        std::vector<TermId> own;    ///< By the whole's, kNone for what it does not have.
    };

    void read(Part& part, db::SearchFileReader& file, Vocabulary& vocabulary);
    [[nodiscard]] const Part& part_of(DocumentId document) const;
    [[nodiscard]] std::unique_ptr<Files> borrow() const;
    void give_back(std::unique_ptr<Files> files) const;

    std::vector<Part> parts_;
    std::vector<db::IndexedDocument> documents_;
    std::vector<std::uint32_t> documents_of_;
    mutable std::mutex mutex_;
    mutable std::vector<std::unique_ptr<Files>> idle_;  ///< Open files that nobody reads just now.
};

class IndexParts::Reader {
  public:
    explicit Reader(const IndexParts& parts) : parts_(parts), files_(parts.borrow()) {}
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    /// Files of which one could not be read are not read again.
    ~Reader() {
        if (std::uncaught_exceptions() == failures_) parts_.give_back(std::move(files_));
    }

    /// Of each part that has the term, in their order.
    [[nodiscard]] std::vector<ListedDocuments> postings(TermId term);
    [[nodiscard]] std::vector<PackedName> names(DocumentId document);
    [[nodiscard]] std::optional<db::IndexedText> text(DocumentId document);

  private:
    [[nodiscard]] db::SearchFileReader& file_of(const Part& part);

    const IndexParts& parts_;
    std::unique_ptr<Files> files_;
    int failures_ = std::uncaught_exceptions();
};

}  // namespace okienko::search
