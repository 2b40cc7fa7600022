#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "search/document.hpp"
#include "search/search_index.hpp"
#include "search/search_words.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::tests {

/// An index of a handful of documents, dealt out to its parts in turn.
class SmallIndex {
  public:
    explicit SmallIndex(const std::vector<search::SearchDocument>& documents,
                        const search::SearchWords& words = {},
                        std::size_t parts = 1);

    [[nodiscard]] search::Answer ask(search::Question question) const;
    /// Slugs of the answer, the best first.
    [[nodiscard]] std::vector<std::string> slugs(const std::string& text) const;
    /// The file of the first part.
    [[nodiscard]] std::filesystem::path file() const;
    /// Of all its files, one after another.
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

  private:
    TemporaryFolder folder_;
    std::string bytes_;
    std::unique_ptr<search::SearchIndex> index_;
};

/// A service of which only this is known.
search::SearchDocument service(std::string slug, std::string name, std::string summary);

}  // namespace okienko::tests
