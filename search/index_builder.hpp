#pragma once

#include <memory>
#include <string>

#include "search/document.hpp"
#include "search/word_forms.hpp"

namespace okienko::search {

/// Makes a part of a release's index: documents in, the file's bytes out. The same documents in the
/// same order and the same word forms give the same bytes, whatever is in other parts. Belongs to
/// one thread.
class IndexBuilder {
  public:
    /// Refers to the word forms.
    explicit IndexBuilder(const WordForms& forms);
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
