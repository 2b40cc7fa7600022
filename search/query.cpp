#include "search/query.hpp"

#include <algorithm>

#include "language/folding.hpp"
#include "search/stop_words.hpp"
#include "search/tokens.hpp"
#include "search/word_forms.hpp"

namespace okienko::search {
namespace {

using language::Language;

constexpr std::size_t kLongestQuery = 400;  ///< In bytes.
constexpr std::size_t kMostWords = 20;
constexpr std::size_t kMostCompletions = 24;
constexpr std::size_t kShortestPart = 4;  ///< Of two words that were typed as one.

constexpr double kBegun = 0.7;      ///< A word of which only the beginning is typed.
constexpr double kMayGoOn = 0.2;    ///< A whole word that may be the beginning of another.
constexpr double kRelative = 0.35;  ///< Of the same stem.
constexpr double kGuess = 0.95;     ///< A word mistyped, before what the distance takes off.
constexpr double kGuessPerDistance = 0.2;
constexpr double kPart = 0.8;
constexpr double kAtSecondHand = 0.8;  ///< What a word means that another one means.

/// At most so many bytes of a text, and no half of a letter at their end.
std::string_view beginning_of(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    auto is_inside_letter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; };
    while (most > 0 && is_inside_letter(text[most])) --most;
    return text.substr(0, most);
}

bool is_cyrillic(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        auto byte = static_cast<unsigned char>(c);
        return byte == 0xD0 || byte == 0xD1 || byte == 0xD2;
    });
}

bool have_common(const std::vector<TermId>& a, const std::vector<TermId>& b) {
    return std::ranges::any_of(a,
                               [&b](TermId term) { return std::ranges::find(b, term) != b.end(); });
}

/// Understands one query.
class Understanding {
  public:
    Understanding(std::string_view text,
                  Language page,
                  const Lexicon& lexicon,
                  const Synonyms& synonyms)
        : text_(beginning_of(text, kLongestQuery)), lexicon_(lexicon), synonyms_(synonyms) {
        query_.language = is_cyrillic(text_) ? Language::Ukrainian : page;
    }

    Query run() {
        read_words();
        for (std::size_t i = 0; i < words_.size(); ++i) understand_word(i);
        add_synonyms();
        for (auto& word : words_) {
            if (!word.meaning.alternatives.empty()) {
                query_.concepts.push_back(std::move(word.meaning));
            }
        }
        if (is_corrected_) query_.corrected = corrected_text();
        return std::move(query_);
    }

  private:
    struct Word {
        Token token;
        std::string folded;
        std::vector<TermId> terms = {};  ///< Of the word itself, or of what it was meant to be.
        Concept meaning = {};
        std::string corrected = {};
    };

    void read_words() {
        std::vector<Word> telling;
        std::vector<Word> all;
        auto tokens = tokens_of(text_);
        tokens.resize(std::min(tokens.size(), kMostWords));
        for (const auto& token : tokens) {
            Word word{.token = token, .folded = language::fold(token.in(text_))};
            if (!is_stop_word(query_.language, word.folded)) telling.push_back(word);
            all.push_back(std::move(word));
        }
        // Whoever types nothing but such words gets what they find.
        words_ = std::move(telling.empty() ? all : telling);
        ends_with_word_ = !tokens.empty() && tokens.back().end == text_.size() && !words_.empty() &&
                          words_.back().token == tokens.back();
    }

    [[nodiscard]] std::vector<TermId> terms_of(const std::string& folded) const {
        auto terms = lexicon_.terms_of(query_.language, folded);
        if (terms.empty() && query_.language == Language::English) {
            terms = lexicon_.terms_of(query_.language, folded_stem(query_.language, folded));
        }
        // "chciałbym" is "chciał" with a tail that forms in the index do not have.
        for (std::string_view tail : {"bym", "bys", "by"}) {
            if (!terms.empty() || !folded.ends_with(tail)) continue;
            terms = lexicon_.terms_of(
                query_.language, std::string_view{folded}.substr(0, folded.size() - tail.size()));
        }
        return terms;
    }

    static void add(Word& word, std::vector<TermId> terms, double weight) {
        if (terms.empty()) return;
        word.meaning.alternatives.push_back({{std::move(terms)}, weight});
    }

    void understand_word(std::size_t index) {
        auto& word = words_[index];
        bool may_go_on = ends_with_word_ && index + 1 == words_.size();
        word.terms = terms_of(word.folded);
        if (!word.terms.empty()) {
            add(word, word.terms, 1);
            if (may_go_on && word.folded.size() >= 3) complete(word, kMayGoOn);
        } else if (may_go_on && word.folded.size() >= 2) {
            complete(word, kBegun);
        }
        if (word.meaning.alternatives.empty() && !divide(word)) guess(word);
        add(word, lexicon_.relatives(query_.language, word.folded, word.terms), kRelative);
        weigh(word);
    }

    /// A word matters as much as the most telling of what it may stand for.
    void weigh(Word& word) const {
        if (word.terms.empty()) return;
        double most = 0;
        for (auto term : word.terms) most = std::max(most, lexicon_.importance_of(term));
        word.meaning.importance = most;
    }

    void complete(Word& word, double weight) {
        add(word, lexicon_.beginning_with(query_.language, word.folded, kMostCompletions), weight);
    }

    /// Two words without the space between them.
    bool divide(Word& word) {
        std::string_view folded = word.folded;
        for (auto at = kShortestPart; at + kShortestPart <= folded.size(); ++at) {
            auto first = lexicon_.terms_of(query_.language, folded.substr(0, at));
            if (first.empty()) continue;
            auto second = lexicon_.terms_of(query_.language, folded.substr(at));
            if (second.empty()) continue;
            word.meaning.alternatives.push_back({{std::move(first), std::move(second)}, kPart});
            word.corrected =
                std::string{folded.substr(0, at)} + " " + std::string{folded.substr(at)};
            is_corrected_ = true;
            return true;
        }
        return false;
    }

    void guess(Word& word) {
        auto guesses = lexicon_.nearest(query_.language, word.folded);
        if (guesses.empty()) return;
        word.corrected = guesses.front().written;
        is_corrected_ = true;
        word.terms = guesses.front().terms;
        for (auto& each : guesses) {
            auto weight = std::max(0.3, kGuess - kGuessPerDistance * each.distance);
            bool best = &each == &guesses.front();
            add(word, std::move(each.terms), best ? weight : weight * 0.7);
        }
    }

    void add_synonyms() {
        for (std::size_t begin = 0; begin < words_.size(); ++begin) {
            for (const auto* rule : synonyms_.beginning_with(words_[begin].terms)) {
                auto count = rule->typed.size();
                if (begin + count > words_.size()) continue;
                bool fits = true;
                for (std::size_t i = 0; i < count && fits; ++i) {
                    fits = have_common(words_[begin + i].terms, rule->typed[i]);
                }
                for (std::size_t i = 0; i < count && fits; ++i) {
                    add_meaning(words_[begin + i].meaning, *rule);
                }
            }
        }
    }

    /// What a rule says of a word, and what other rules say of that.
    void add_meaning(Concept& meaning, const Synonyms::Rule& rule) const {
        meaning.alternatives.push_back({rule.meant, rule.weight});
        // A word that editors have explained matters as they say, be it a verb or not.
        meaning.importance = rule.importance;
        if (rule.meant.size() != 1) return;
        for (const auto* further : synonyms_.beginning_with(rule.meant.front())) {
            if (further->typed.size() != 1) continue;
            meaning.alternatives.push_back(
                {further->meant, rule.weight * further->weight * kAtSecondHand});
        }
    }

    [[nodiscard]] std::string corrected_text() const {
        std::string corrected;
        std::size_t at = 0;
        for (const auto& word : words_) {
            if (word.corrected.empty()) continue;
            corrected.append(text_, at, word.token.begin - at);
            corrected += word.corrected;
            at = word.token.end;
        }
        return corrected + std::string{text_.substr(at)};
    }

    std::string_view text_;
    const Lexicon& lexicon_;
    const Synonyms& synonyms_;
    Query query_;
    std::vector<Word> words_;
    bool ends_with_word_ = false;
    bool is_corrected_ = false;
};

}  // namespace

Query understand(std::string_view text,
                 Language page,
                 const Lexicon& lexicon,
                 const Synonyms& synonyms) {
    return Understanding{text, page, lexicon, synonyms}.run();
}

}  // namespace okienko::search
