#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.hpp"
#include "search/expression.hpp"
#include "search/vocabulary.hpp"
#include "search/word_forms.hpp"

namespace okienko::search {

/// The words of an index in all their forms: what a word that somebody types may stand for, also
/// when only its beginning is typed, or it is typed wrong. Words asked about are folded. Immutable;
/// thread-safe.
class Lexicon {
  public:
    /// A word of the index that is near to one that it does not have.
    struct Guess {
        std::string written;
        double distance = 0;
        std::vector<TermId> terms;
    };

    using Counts = std::array<std::size_t, language::kLanguages.size()>;

    /// `documents_of` is how many documents have a term, for those that any has; `documents` how
    /// many there are of each language.
    Lexicon(const Vocabulary& vocabulary,
            const WordForms& word_forms,
            std::vector<std::uint32_t> documents_of,
            const Counts& documents);

    [[nodiscard]] std::vector<TermId> terms_of(language::Language language,
                                               std::string_view folded) const;

    /// Terms with documents of words that begin so, those of most documents first; at most `most`.
    [[nodiscard]] std::vector<TermId> beginning_with(language::Language language,
                                                     std::string_view folded,
                                                     std::size_t most) const;

    /// Terms with documents that share the longer part of the word, as "rehabilitacyjny" shares
    /// "rehabilita" with "rehabilitacja"; without those in `known`.
    [[nodiscard]] std::vector<TermId> relatives(language::Language language,
                                                std::string_view folded,
                                                const std::vector<TermId>& known) const;

    /// The nearest words by typing_distance(), within what is tolerated; the likeliest first.
    [[nodiscard]] std::vector<Guess> nearest(language::Language language,
                                             std::string_view folded) const;

    [[nodiscard]] std::uint32_t documents_of(TermId term) const {
        return term < documents_.size() ? documents_[term] : 0;
    }

    /// How much a term tells: the rarer the more (BM25's idf, Robertson–Spärck Jones); 0 for one
    /// that no document has.
    [[nodiscard]] double power_of(TermId term) const {
        return term < powers_.size() ? static_cast<double>(powers_[term]) : 0;
    }

    /// How much it matters in a query what it says.
    [[nodiscard]] double importance_of(TermId term) const {
        return term < importances_.size() ? static_cast<double>(importances_[term]) : 1;
    }

    /// How many words, written in full, the index knows.
    [[nodiscard]] std::size_t size() const;

  private:
    void add_forms(const Vocabulary& vocabulary, const WordForms& word_forms);
    void add_form(language::Language language, const std::string& written, TermId term);

    /// Where two texts of a word stand in `texts_`: folded, then as it is written.
    struct Form {
        std::uint32_t begin = 0;
        std::uint8_t folded_size = 0;
        std::uint8_t written_size = 0;
        TermId term = 0;
        std::uint32_t mask = 0;  ///< letter_mask()
    };
    using Forms = std::vector<Form>;

    [[nodiscard]] std::string_view folded(const Form& form) const {
        return std::string_view{texts_}.substr(form.begin, form.folded_size);
    }
    [[nodiscard]] std::string_view written(const Form& form) const {
        return std::string_view{texts_}.substr(form.begin + form.folded_size, form.written_size);
    }
    [[nodiscard]] const Forms& forms_in(language::Language language) const {
        return forms_[static_cast<std::size_t>(language)];
    }
    /// A word of the index and its distance from what was typed.
    struct Near {
        const Form* form;
        double distance;
    };
    /// Adds those of a range within the limit, which sinks with the best that is found.
    void look_at(Forms::const_iterator begin,
                 Forms::const_iterator end,
                 std::string_view typed,
                 double& limit,
                 std::vector<Near>& near) const;

    [[nodiscard]] Forms::const_iterator first_from(const Forms& forms, std::string_view text) const;

    std::string texts_;
    std::array<Forms, language::kLanguages.size()> forms_;  ///< In order of folded text and term.
    /// In order of their texts.
    std::array<std::vector<std::pair<std::string, TermId>>, language::kLanguages.size()> terms_;
    std::vector<std::uint32_t> documents_;  ///< Of each term.
    std::vector<float> powers_;
    std::vector<float> importances_;
};

}  // namespace okienko::search
