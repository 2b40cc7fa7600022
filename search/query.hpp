#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.hpp"
#include "search/expression.hpp"
#include "search/lexicon.hpp"
#include "search/synonyms.hpp"

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

/// Understands what somebody types in the language of a page. Any bytes will do; only the first
/// words of a long text count. Cyrillic letters are Ukrainian, whatever the page.
Query understand(std::string_view text,
                 language::Language page,
                 const Lexicon& lexicon,
                 const Synonyms& synonyms);

}  // namespace okienko::search
