#pragma once

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
/// stands for itself. Refers to the dictionary. Thread-safe.
class WordForms {
  public:
    WordForms(const language::Inflection& inflection,
              const std::vector<SearchWords::Inflected>& inflected);

    /// Lower-case, at least one: a word that nobody knows is its own lemma.
    [[nodiscard]] std::vector<std::string> lemmas(std::string_view lower) const;

    /// All forms of a lemma that people type, itself included.
    [[nodiscard]] std::vector<std::string> forms(std::string_view lemma) const;

  private:
    const language::Inflection& inflection_;
    std::unordered_map<std::string, std::vector<std::string>> added_forms_;
    std::unordered_map<std::string, std::string> added_lemmas_;
};

/// The word in lower case, accents kept.
std::string lower_case(std::string_view word);

/// Folded, and in English without the s of a plural: under what a word that no dictionary knows is
/// listed.
std::string folded_stem(language::Language language, std::string_view word);

}  // namespace okienko::search
