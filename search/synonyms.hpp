#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

#include "search/expression.hpp"
#include "search/search_words.hpp"
#include "search/vocabulary.hpp"

namespace okienko::search {

/// What editors say of words that mean the same, by the first term of what is typed. Immutable;
/// thread-safe.
class Synonyms {
  public:
    struct Rule {
        Expression typed;
        Expression meant;
        double weight = 1;      ///< Of what is meant, beside what is typed.
        double importance = 1;  ///< Of the whole word in a query.
    };

    /// Adds the words of the rules to the vocabulary; they may be in no document.
    Synonyms(const SearchWords& words, Vocabulary& vocabulary);

    /// Those of which what is typed begins with one of these terms.
    [[nodiscard]] std::vector<const Rule*> beginning_with(const std::vector<TermId>& terms) const;

  private:
    void add(Rule rule);

    std::vector<Rule> rules_;
    std::unordered_multimap<TermId, std::size_t> by_first_;
};

}  // namespace okienko::search
