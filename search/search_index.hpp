#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/inflection.hpp"
#include "language/language.hpp"
#include "search/document.hpp"
#include "search/excerpt.hpp"
#include "search/search_words.hpp"

namespace okienko::search {

/// What somebody looks for.
struct Question {
    std::string text;
    language::Language language = language::Language::Polish;  ///< Of the page they are on.
    std::optional<Kind> kind = {};
    std::string audience = {};  ///< A slug; empty for everybody.
    bool only_free = false;
    std::size_t offset = 0;
    std::size_t limit = 20;
};

struct Result {
    Kind kind = Kind::Service;
    language::Language language = language::Language::Polish;
    std::string slug;
    std::string address;
    MarkedText name;
    MarkedText excerpt;
    std::string provider;
    std::string phone;
    double score = 0;
};

struct Answer {
    std::vector<Result> results;  ///< The best first: those that were asked for.
    std::size_t total = 0;
    /// The words that were looked for instead, when somebody has mistyped some.
    std::optional<std::string> corrected;
};

/// The index of one release. Immutable; thread-safe: each question reads through connections that
/// no other one uses meanwhile.
class SearchIndex {
  public:
    /// Reads the words of the index into memory, in all forms that the dictionary gives them.
    /// `folder` holds the parts that IndexBuilder has made. Refers to nothing afterwards. Throws
    /// db::DatabaseError.
    SearchIndex(const std::filesystem::path& folder,
                const SearchWords& words,
                std::shared_ptr<const language::Inflection> inflection);
    SearchIndex(const SearchIndex&) = delete;
    SearchIndex& operator=(const SearchIndex&) = delete;
    ~SearchIndex();

    /// Whatever the text, there is an answer. Throws db::DatabaseError when the machine fails.
    [[nodiscard]] Answer ask(const Question& question) const;

    [[nodiscard]] std::size_t documents() const;
    [[nodiscard]] std::size_t words() const;

  private:
    class Implementation;
    std::unique_ptr<const Implementation> implementation_;
};

}  // namespace okienko::search
