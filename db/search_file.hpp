#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// A part of a release's index for searching: its tables, and all SQL on them. What is in them is
/// the business of the room search/. Made whole in memory, and never changed afterwards.
namespace okienko::db {

/// A page that can be found: what ranking and choosing needs of it. The rest is IndexedText.
struct IndexedDocument {
    std::uint32_t id = 0;
    std::string language;
    std::string kind;
    std::string audiences;  ///< Slugs with spaces between them.
    bool is_free = false;
    std::optional<std::chrono::sys_days> verified_on;  ///< When somebody last checked it.
    bool operator==(const IndexedDocument&) const = default;
};

/// What a list of results shows of it.
struct IndexedText {
    std::uint32_t id = 0;
    std::string slug;
    std::string address;
    std::string name;
    std::string text;  ///< What excerpts are taken from.
    std::string provider;
    std::string phone;
    bool operator==(const IndexedText&) const = default;
};

/// A word that documents are listed under, in its dictionary form and folded.
struct IndexedTerm {
    std::uint32_t id = 0;
    std::string language;
    std::string text;
    std::uint32_t documents = 0;  ///< How many have it.
    bool operator==(const IndexedTerm&) const = default;
};

/// A word as it is written out, and the term that it is listed under: the dictionary form of a
/// Polish word, and any other word as texts have it.
struct IndexedWord {
    std::string written;
    std::uint32_t term = 0;
    bool operator==(const IndexedWord&) const = default;
};

/// Makes such a file. Rows come in rising order of their numbers.
class SearchFileWriter {
  public:
    SearchFileWriter();
    SearchFileWriter(SearchFileWriter&&) noexcept;
    SearchFileWriter& operator=(SearchFileWriter&&) noexcept;
    ~SearchFileWriter();

    /// `names` are the numbers of the terms in its names and phrases, packed.
    void add(const IndexedDocument& document, const IndexedText& text, const std::string& names);
    void add(const IndexedTerm& term, const std::string& postings);
    void add(const IndexedWord& word);

    /// The file's bytes: the same rows give the same bytes. To be called once, as the last thing.
    std::string finish();

  private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

/// Reads such a file, which nobody changes any more. Belongs to one thread. Throws DatabaseError.
class SearchFileReader {
  public:
    explicit SearchFileReader(const std::filesystem::path& file);
    SearchFileReader(const SearchFileReader&) = delete;
    SearchFileReader& operator=(const SearchFileReader&) = delete;
    ~SearchFileReader();

    [[nodiscard]] std::vector<IndexedDocument> documents();
    [[nodiscard]] std::vector<IndexedTerm> terms();
    [[nodiscard]] std::vector<IndexedWord> words();

    /// The documents of a term, packed; empty when there is no such term.
    [[nodiscard]] std::string postings(std::uint32_t term);
    /// The names of a document, packed; empty when there is no such document.
    [[nodiscard]] std::string names(std::uint32_t document);
    [[nodiscard]] std::optional<IndexedText> text(std::uint32_t document);

  private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace okienko::db
