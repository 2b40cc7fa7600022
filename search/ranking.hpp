#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/expression.hpp"
#include "search/lexicon.hpp"
#include "search/postings.hpp"
#include "search/query.hpp"

namespace okienko::search {

/// A document and how well it answers.
struct Ranked {
    DocumentId document = 0;
    double score = 0;
};

/// Gives the postings of a term.
using PostingsOf = std::function<std::vector<ListedDocuments>(TermId)>;

/// The documents that have anything of what was meant, in no order. What a word
/// may stand for counts once, by its best match, so that a word with many synonyms weighs no more
/// than one with none; and a document that answers all of the words beats one that has more of a
/// single one.
std::vector<Ranked> rank(const Query& query,
                         const Lexicon& lexicon,
                         std::size_t documents,
                         const PostingsOf& postings_of);

/// Compares names of documents with one query.
class Likeness {
  public:
    /// Refers to the lexicon.
    Likeness(const Query& query, const Lexicon& lexicon);

    /// How much a name says the same as the query, from 0 to 1: what the two have in common, of all
    /// that either has.
    [[nodiscard]] double of(const Expression& name) const;

  private:
    /// That a word of the query may mean a term.
    struct Match {
        std::size_t word;
        double weight;
    };

    const Lexicon& lexicon_;
    std::unordered_multimap<TermId, Match> matches_;
    std::vector<double> powers_;  ///< How much each word of the query tells.
};

}  // namespace okienko::search
