#include "search/lexicon.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>

#include "language/folding.hpp"
#include "search/typing_errors.hpp"

namespace okienko::search {
namespace {

using language::Language;

constexpr std::size_t kLongestWord = 60;  ///< In bytes. Nobody searches for longer ones.
constexpr std::size_t kMostGuesses = 4;
/// Guesses that are farther away than the best by so much are left out.
constexpr double kWorseGuess = 0.35;

/// What somebody does says less about a service than what they need.
constexpr float kVerbImportance = 0.6F;

constexpr std::size_t kShortestStem = 5;
constexpr double kSharedPart = 0.58;

std::size_t common_beginning(std::string_view a, std::string_view b) {
    std::size_t same = 0;
    while (same < std::min(a.size(), b.size()) && a[same] == b[same]) ++same;
    return same;
}

/// "złamać", which has the form "złamałam"; not "pamięć".
bool is_verb(std::string_view lemma, const std::vector<std::string>& forms) {
    return (lemma.ends_with("ć") || lemma.ends_with('c')) &&
           std::ranges::any_of(forms, [](const auto& form) { return form.ends_with("łam"); });
}

float telling_power(std::uint32_t documents_with_it, std::size_t documents) {
    if (documents_with_it == 0) return 0;
    auto with_it = static_cast<double>(documents_with_it);
    auto all = std::max(static_cast<double>(documents), with_it);
    return static_cast<float>(std::log(1 + (all - with_it + 0.5) / (with_it + 0.5)));
}

}  // namespace

Lexicon::Lexicon(const Vocabulary& vocabulary,
                 const WordForms& word_forms,
                 std::vector<std::uint32_t> documents_of,
                 const Counts& documents)
    : documents_(std::move(documents_of)) {
    const auto& terms = vocabulary.terms();
    documents_.resize(terms.size());
    for (TermId id = 0; id < terms.size(); ++id) {
        auto of_language = static_cast<std::size_t>(terms[id].language);
        powers_.push_back(telling_power(documents_[id], documents[of_language]));
        if (documents_[id] > 0) terms_[of_language].emplace_back(terms[id].text, id);
    }
    for (auto& each : terms_) std::ranges::sort(each);
    add_forms(vocabulary, word_forms);
}

/// Also finds out which terms are verbs and nothing else.
void Lexicon::add_forms(const Vocabulary& vocabulary, const WordForms& word_forms) {
    const auto& terms = vocabulary.terms();
    importances_.assign(terms.size(), kVerbImportance);
    for (const auto& [written, term] : vocabulary.words()) {
        if (terms[term].language != Language::Polish) {
            importances_[term] = 1;
            add_form(terms[term].language, written, term);
            continue;
        }
        auto forms = word_forms.forms(written);
        if (!is_verb(written, forms)) importances_[term] = 1;
        for (const auto& form : forms) add_form(Language::Polish, form, term);
    }
    texts_.shrink_to_fit();
    for (auto& forms : forms_) {
        std::ranges::sort(forms, [this](const Form& a, const Form& b) {
            return std::make_tuple(folded(a), a.term, written(a)) <
                   std::make_tuple(folded(b), b.term, written(b));
        });
        // Two words of one term may share forms.
        auto same = [this](const Form& a, const Form& b) {
            return a.term == b.term && written(a) == written(b);
        };
        forms.erase(std::unique(forms.begin(), forms.end(), same), forms.end());
        forms.shrink_to_fit();
    }
}

void Lexicon::add_form(Language language, const std::string& written, TermId term) {
    auto text = language::fold(written);
    if (text.empty() || text.size() > kLongestWord || written.size() > kLongestWord) return;
    forms_[static_cast<std::size_t>(language)].push_back(
        {.begin = static_cast<std::uint32_t>(texts_.size()),
         .folded_size = static_cast<std::uint8_t>(text.size()),
         .written_size = static_cast<std::uint8_t>(written.size()),
         .term = term,
         .mask = letter_mask(text)});
    texts_ += text;
    texts_ += written;
}

std::size_t Lexicon::size() const {
    std::size_t all = 0;
    for (const auto& forms : forms_) all += forms.size();
    return all;
}

Lexicon::Forms::const_iterator Lexicon::first_from(const Forms& forms,
                                                   std::string_view text) const {
    return std::ranges::lower_bound(
        forms, text, {}, [this](const Form& form) { return folded(form); });
}

std::vector<TermId> Lexicon::terms_of(Language language, std::string_view word) const {
    std::vector<TermId> found;
    const auto& forms = forms_in(language);
    for (auto form = first_from(forms, word); form != forms.end() && folded(*form) == word;
         ++form) {
        if (std::ranges::find(found, form->term) == found.end()) found.push_back(form->term);
    }
    return found;
}

std::vector<TermId> Lexicon::beginning_with(Language language,
                                            std::string_view word,
                                            std::size_t most) const {
    std::vector<TermId> found;
    const auto& forms = forms_in(language);
    for (auto form = first_from(forms, word);
         form != forms.end() && folded(*form).starts_with(word);
         ++form) {
        if (documents_[form->term] > 0) found.push_back(form->term);
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::ranges::stable_sort(
        found, std::ranges::greater{}, [this](TermId term) { return documents_[term]; });
    found.resize(std::min(found.size(), most));
    return found;
}

std::vector<TermId> Lexicon::relatives(Language language,
                                       std::string_view word,
                                       const std::vector<TermId>& known) const {
    std::vector<TermId> found;
    if (word.size() < kShortestStem) return found;
    auto stem = word.substr(0, kShortestStem);
    const auto& terms = terms_[static_cast<std::size_t>(language)];
    auto term = std::ranges::lower_bound(
        terms, stem, {}, [](const auto& each) { return std::string_view{each.first}; });
    for (; term != terms.end() && term->first.starts_with(stem); ++term) {
        auto longer = static_cast<double>(std::max(term->first.size(), word.size()));
        auto same = static_cast<double>(common_beginning(term->first, word));
        if (same < longer * kSharedPart) continue;
        if (std::ranges::find(known, term->second) == known.end()) found.push_back(term->second);
    }
    return found;
}

void Lexicon::look_at(Forms::const_iterator begin,
                      Forms::const_iterator end,
                      std::string_view typed,
                      double& limit,
                      std::vector<Near>& near) const {
    auto mask = letter_mask(typed);
    // A letter mistaken is two bits, a letter more or less one. Whoever makes more of the cheap
    // mistakes than these is not understood.
    auto most_bits = limit >= 2 ? 5 : limit > 1 ? 4 : 3;
    std::size_t most_letters = limit > 1 ? 2 : 1;
    for (auto form = begin; form != end; ++form) {
        auto size = std::size_t{form->folded_size};
        if (size + most_letters < typed.size() || typed.size() + most_letters < size) continue;
        if (std::popcount(mask ^ form->mask) > most_bits) continue;
        auto distance = typing_distance(typed, folded(*form), limit);
        if (distance > limit) continue;
        limit = std::min(limit, distance + kWorseGuess);
        near.push_back({&*form, distance});
    }
}

std::vector<Lexicon::Guess> Lexicon::nearest(Language language, std::string_view word) const {
    auto limit = tolerated_distance(word.size());
    if (limit == 0) return {};
    std::vector<Near> near;
    const auto& forms = forms_in(language);
    // People rarely mistake the first letter, and the others are many times as many.
    std::string behind{word.front()};
    behind.front() = static_cast<char>(static_cast<unsigned char>(behind.front()) + 1);
    auto begin = first_from(forms, word.substr(0, 1));
    auto end = first_from(forms, behind);
    look_at(begin, end, word, limit, near);
    if (near.empty()) {
        look_at(forms.begin(), begin, word, limit, near);
        look_at(end, forms.end(), word, limit, near);
    }
    // Of words that are equally near, that which stands in more documents.
    auto score = [this](const Near& each) {
        auto documents = static_cast<double>(documents_[each.form->term]);
        return each.distance - 0.06 * std::log1p(documents);
    };
    std::ranges::stable_sort(near, {}, score);
    std::vector<Guess> guesses;
    for (const auto& each : near) {
        if (each.distance > limit) continue;
        auto text = written(*each.form);
        auto same = std::ranges::find(guesses, text, &Guess::written);
        if (same != guesses.end()) {
            same->terms.push_back(each.form->term);
        } else if (guesses.size() < kMostGuesses) {
            guesses.push_back({std::string{text}, each.distance, {each.form->term}});
        }
    }
    return guesses;
}

}  // namespace okienko::search
