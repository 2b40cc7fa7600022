#include "search/ranking.hpp"

#include <algorithm>
#include <cstdint>

namespace okienko::search {
namespace {

/// What an expression counts of which a document has only a part.
constexpr double kIncomplete = 0.6;
/// What a document gets of its score that answers next to nothing of the query.
constexpr double kUncovered = 0.45;

/// From how many documents on a list is long, and beside what share of the strongest alternative it
/// is not read.
constexpr std::uint32_t kLongList = 5000;
constexpr double kHardlyAnything = 0.2;

/// A number for each document, most of them 0, and which are not.
class Scores {
  public:
    explicit Scores(std::size_t documents) : values_(documents) {}

    [[nodiscard]] float at(DocumentId document) const { return values_[document]; }
    [[nodiscard]] const std::vector<DocumentId>& touched() const { return touched_; }

    void raise(DocumentId document, float value) {
        auto& known = slot(document);
        known = std::max(known, value);
    }
    void add(DocumentId document, float value) { slot(document) += value; }
    void clear() {
        for (auto document : touched_) values_[document] = 0;
        touched_.clear();
    }

  private:
    float& slot(DocumentId document) {
        auto& known = values_[document];
        if (known == 0) touched_.push_back(document);
        return known;
    }

    std::vector<float> values_;
    std::vector<DocumentId> touched_;
};

/// How much the word tells of which this is the meaning: by its surest alternative that any
/// document has.
double power_of(const Concept& meaning, const Lexicon& lexicon) {
    double power = 0;
    double surest = 0;
    for (const auto& [words, weight] : meaning.alternatives) {
        if (weight < surest) continue;
        double strongest = 0;
        for (const auto& word : words) {
            for (auto term : word) strongest = std::max(strongest, lexicon.power_of(term));
        }
        if (strongest == 0) continue;
        power = weight > surest ? weight * strongest : std::max(power, weight * strongest);
        surest = weight;
    }
    return power * meaning.importance;
}

/// Ranks one query.
class Ranking {
  public:
    Ranking(const Lexicon& lexicon, std::size_t documents, const PostingsOf& postings_of)
        : lexicon_(lexicon),
          documents_(documents),
          postings_of_(postings_of),
          total_(documents),
          covered_(documents),
          concept_(documents),
          expression_(documents),
          matched_(documents),
          word_(documents) {}

    std::vector<Ranked> run(const Query& query) {
        double all = 0;
        for (const auto& meaning : query.concepts) {
            auto power = power_of(meaning, lexicon_);
            all += power;
            match(meaning);
            for (auto document : concept_.touched()) {
                total_.add(document,
                           concept_.at(document) * static_cast<float>(meaning.importance));
                covered_.add(document, static_cast<float>(power));
            }
            concept_.clear();
        }
        std::vector<Ranked> ranked;
        ranked.reserve(total_.touched().size());
        for (auto document : total_.touched()) {
            auto coverage = static_cast<double>(covered_.at(document)) / all;
            ranked.push_back({document,
                              static_cast<double>(total_.at(document)) *
                                  (kUncovered + (1 - kUncovered) * coverage)});
        }
        return ranked;
    }

  private:
    /// Into `concept_`: for each document its best alternative.
    void match(const Concept& meaning) {
        strongest_ = 0;
        for (const auto& [words, weight] : meaning.alternatives) {
            for (const auto& word : words) {
                for (auto term : word) {
                    strongest_ = std::max(strongest_, weight * lexicon_.power_of(term));
                }
            }
        }
        for (const auto& [words, weight] : meaning.alternatives) {
            if (words.size() == 1) {
                read_word(words.front(), weight, concept_);
                continue;
            }
            for (const auto& word : words) {
                read_word(word, 1, word_);
                for (auto document : word_.touched()) {
                    expression_.add(document, word_.at(document));
                    matched_.add(document, 1);
                }
                word_.clear();
            }
            finish_expression(words.size(), weight);
        }
    }

    void finish_expression(std::size_t words, double weight) {
        auto all = static_cast<float>(words);
        auto whole = static_cast<float>(weight) / all;
        auto part = static_cast<float>(kIncomplete) * whole;
        for (auto document : expression_.touched()) {
            auto share = matched_.at(document) == all ? whole : part;
            concept_.raise(document, share * expression_.at(document));
        }
        expression_.clear();
        matched_.clear();
    }

    void read_word(const std::vector<TermId>& terms, double weight, Scores& into) {
        for (auto term : terms) {
            if (lexicon_.documents_of(term) == 0 || is_lost_effort(term, weight)) continue;
            auto scale = static_cast<float>(weight * lexicon_.power_of(term) / 255);
            for (const auto& listed : postings_of_(term)) read_list(listed, scale, into);
        }
    }

    void read_list(const ListedDocuments& listed, float scale, Scores& into) const {
        for (PostingCursor cursor{listed.postings}; cursor.next();) {
            auto document = listed.first + cursor.document();
            if (document >= documents_) break;
            into.raise(document, scale * static_cast<float>(cursor.impact()));
        }
    }

    /// A long list that would change hardly anything beside another alternative of the word.
    [[nodiscard]] bool is_lost_effort(TermId term, double weight) const {
        return lexicon_.documents_of(term) >= kLongList &&
               weight * lexicon_.power_of(term) < strongest_ * kHardlyAnything;
    }

    const Lexicon& lexicon_;
    std::size_t documents_;
    const PostingsOf& postings_of_;
    double strongest_ = 0;  ///< Of the alternatives of the word that is being matched.
    Scores total_;
    Scores covered_;
    Scores concept_;
    Scores expression_;
    Scores matched_;  ///< How many words of an expression.
    Scores word_;
};

}  // namespace

std::vector<Ranked> rank(const Query& query,
                         const Lexicon& lexicon,
                         std::size_t documents,
                         const PostingsOf& postings_of) {
    return Ranking{lexicon, documents, postings_of}.run(query);
}

Likeness::Likeness(const Query& query, const Lexicon& lexicon) : lexicon_(lexicon) {
    for (std::size_t i = 0; i < query.concepts.size(); ++i) {
        powers_.push_back(power_of(query.concepts[i], lexicon));
        for (const auto& [words, weight] : query.concepts[i].alternatives) {
            for (const auto& word : words) {
                for (auto term : word) matches_.emplace(term, Match{i, weight});
            }
        }
    }
}

double Likeness::of(const Expression& name) const {
    double in_name = 0;
    double common_of_name = 0;
    std::vector<double> matched(powers_.size());
    for (const auto& word : name) {
        double power = 0;
        double best = 0;
        for (auto term : word) {
            power = std::max(power, lexicon_.power_of(term));
            auto [first, last] = matches_.equal_range(term);
            for (; first != last; ++first) {
                const auto& match = first->second;
                matched[match.word] = std::max(matched[match.word], match.weight);
                best = std::max(best, match.weight);
            }
        }
        in_name += power;
        common_of_name += power * best;
    }
    double in_query = 0;
    double common_of_query = 0;
    for (std::size_t i = 0; i < powers_.size(); ++i) {
        in_query += powers_[i];
        common_of_query += powers_[i] * matched[i];
    }
    auto common = std::min(common_of_name, common_of_query);
    auto all = in_name + in_query - common;
    return all > 0 ? common / all : 0;
}

}  // namespace okienko::search
