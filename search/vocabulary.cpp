#include "search/vocabulary.hpp"

#include <algorithm>
#include <tuple>

#include "language/folding.hpp"
#include "search/stop_words.hpp"
#include "search/tokens.hpp"

namespace okienko::search {

using language::Language;

const KnownWords::Word& Vocabulary::known(Language language, std::string_view word) {
    auto& known = known_[static_cast<std::size_t>(language)];
    if (const auto* found = known.find(word)) return *found;
    return known.add({.text = std::string{word},
                      .terms = find_terms(language, word),
                      .says_something = !is_stop_word(language, language::fold(word))});
}

std::vector<TermId> Vocabulary::find_terms(Language language, std::string_view word) {
    auto lower = lower_case(word);
    if (language != Language::Polish) {
        auto only = term(language, folded_stem(language, word));
        add_word(lower, only);
        return {only};
    }
    std::vector<TermId> terms;
    for (const auto& lemma : forms_.lemmas(lower)) {
        auto listed_under = term(language, language::fold(lemma));
        add_word(lemma, listed_under);
        if (std::ranges::find(terms, listed_under) == terms.end()) terms.push_back(listed_under);
    }
    return terms;
}

Expression Vocabulary::expression_of(Language language, std::string_view text) {
    Expression all;
    Expression telling;
    for (const auto& token : tokens_of(text)) {
        const auto& word = known(language, token.in(text));
        all.push_back(word.terms);
        if (word.says_something) telling.push_back(word.terms);
    }
    return telling.empty() ? all : telling;
}

TermId Vocabulary::term(Language language, std::string_view text) {
    auto& ids = ids_[static_cast<std::size_t>(language)];
    auto known = ids.find(text);
    if (known != ids.end()) return known->second;
    auto id = static_cast<TermId>(terms_.size());
    terms_.push_back({.language = language, .text = std::string{text}});
    ids.emplace(text, id);
    return id;
}

void Vocabulary::add_word(std::string_view written, TermId term) {
    auto& words = words_[static_cast<std::size_t>(terms_[term].language)];
    if (words.find(written) == words.end()) words.emplace(written, term);
}

std::vector<Vocabulary::Word> Vocabulary::words() const {
    std::vector<Word> all;
    for (const auto& words : words_) {
        for (const auto& [written, term] : words) all.push_back({written, term});
    }
    std::ranges::sort(all, [](const Word& a, const Word& b) {
        return std::tie(a.written, a.term) < std::tie(b.written, b.term);
    });
    return all;
}

}  // namespace okienko::search
