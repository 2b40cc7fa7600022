#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/inflection.hpp"
#include "language/language.hpp"
#include "search/search_words.hpp"

namespace okienko::search {

/// The words that a text's words are forms of, and back: the dictionary, what editors add to it,
/// and words made of a known one by a prefix ("teleopieka"). Polish only; in other languages a word
/// stands for itself. Opens the dictionary with the first question. Thread-safe.
class WordForms {
  public:
    WordForms(std::shared_ptr<const language::Inflection> inflection,
              std::vector<SearchWords::Inflected> inflected);

    /// Lower-case, at least one: a word that nobody knows is its own lemma.
    [[nodiscard]] std::vector<std::string> lemmas(std::string_view lower) const;

    /// All forms of a lemma that people type, itself included.
    [[nodiscard]] std::vector<std::string> forms(std::string_view lemma) const;

  private:
    /// The words that editors have added.
    struct Added {
        std::unordered_map<std::string, std::vector<std::string>> forms;
        std::unordered_map<std::string, std::string> lemmas;
    };

    [[nodiscard]] const Added& added() const;
    [[nodiscard]] std::vector<std::string> find_lemmas(const std::string& lower) const;

    std::shared_ptr<const language::Inflection> inflection_;
    std::vector<SearchWords::Inflected> inflected_;
    mutable std::once_flag once_;
    mutable Added added_;
    mutable std::mutex mutex_;
    mutable std::unordered_map<std::string, std::vector<std::string>> known_;  ///< Lemmas.
};

/// The word in lower case, accents kept.
std::string lower_case(std::string_view word);

/// Folded, and in English without the s of a plural: under what a word that no dictionary knows is
/// listed.
std::string folded_stem(language::Language language, std::string_view word);

}  // namespace okienko::search
