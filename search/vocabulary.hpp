#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/language.hpp"
#include "search/expression.hpp"
#include "search/known_words.hpp"
#include "search/word_forms.hpp"

namespace okienko::search {

/// Numbers the terms that words of texts are listed under, in the order in which they come. A
/// Polish word is listed under each word that it may be a form of, folded; any other under itself,
/// folded. Belongs to one thread; refers to the word forms.
class Vocabulary {
  public:
    struct Term {
        language::Language language;
        std::string text;  ///< Folded.
    };

    /// A word as it is written out, and its term: the dictionary form of a Polish word, and any
    /// other word as texts have it, in lower case.
    struct Word {
        std::string written;
        TermId term = 0;
    };

    explicit Vocabulary(const WordForms& forms) : forms_(forms) {}

    /// The terms that a word of a text stands for: at least one, each once. Valid as long as this.
    const std::vector<TermId>& terms_of(language::Language language, std::string_view word) {
        return known(language, word).terms;
    }

    /// Without words that say nothing, unless there are no others.
    Expression expression_of(language::Language language, std::string_view text);

    /// What another vocabulary calls a term or a word.
    TermId term(language::Language language, std::string_view text);
    void add_word(std::string_view written, TermId term);

    [[nodiscard]] const std::vector<Term>& terms() const { return terms_; }
    /// In order of how they are written, then of their terms.
    [[nodiscard]] std::vector<Word> words() const;

  private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    template <class Value>
    using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;
    template <class Value>
    using ByLanguage = std::array<Value, language::kLanguages.size()>;

    const KnownWords::Word& known(language::Language language, std::string_view word);
    std::vector<TermId> find_terms(language::Language language, std::string_view word);

    const WordForms& forms_;
    std::vector<Term> terms_;
    ByLanguage<ByText<TermId>> ids_;  ///< Of terms.
    ByLanguage<KnownWords> known_;    ///< Words that were asked about.
    ByLanguage<ByText<TermId>> words_;
};

}  // namespace okienko::search
