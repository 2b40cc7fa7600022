#pragma once

#include <memory>
#include <string>

#include "language/inflection.hpp"
#include "search/document.hpp"
#include "search/search_words.hpp"

namespace okienko::search {

/// Makes the search.db of a release: documents in, the file's bytes out. The same documents in the
/// same order, words and dictionary give the same bytes. Belongs to one thread.
class IndexBuilder {
  public:
    /// Refers to both.
    IndexBuilder(const SearchWords& words, const language::Inflection& inflection);
    IndexBuilder(const IndexBuilder&) = delete;
    IndexBuilder& operator=(const IndexBuilder&) = delete;
    ~IndexBuilder();

    void add(const SearchDocument& document);

    /// To be called once, at the end.
    std::string finish();

  private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace okienko::search
