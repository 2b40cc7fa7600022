#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/language.hpp"
#include "search/expression.hpp"
#include "search/lexicon.hpp"

namespace okienko::search {

/// One way to understand a word of a query.
struct Alternative {
    Expression words;
    double weight = 1;  ///< 1 for what was typed, less the less sure it is.
};

/// What a person means by one word of a query.
struct Concept {
    std::vector<Alternative> alternatives;
    double importance = 1;  ///< Less for words that say for whom something is, not what.
};

/// A query as the index understands it.
struct Query {
    language::Language language = language::Language::Polish;
    std::vector<Concept> concepts;
    /// The query with its words corrected that no document has; nothing when none had to be.
    std::optional<std::string> corrected;
};

/// What editors say of words that mean the same, by the first term of what is typed.
class Synonyms {
  public:
    struct Rule {
        Expression typed;
        Expression meant;
        double weight = 1;
        double importance = 1;
    };

    explicit Synonyms(const std::vector<db::IndexedSynonym>& rows);

    /// Those of which what is typed begins with one of these terms.
    [[nodiscard]] std::vector<const Rule*> beginning_with(const std::vector<TermId>& terms) const;

  private:
    std::vector<Rule> rules_;
    std::unordered_multimap<TermId, std::size_t> by_first_;
};

/// Understands what somebody types in the language of a page. Any bytes will do; only the first
/// words of a long text count. Cyrillic letters are Ukrainian, whatever the page.
Query understand(std::string_view text,
                 language::Language page,
                 const Lexicon& lexicon,
                 const Synonyms& synonyms);

}  // namespace okienko::search
