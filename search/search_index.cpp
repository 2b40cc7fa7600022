#include "search/search_index.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "language/folding.hpp"
#include "search/index_parts.hpp"
#include "search/lexicon.hpp"
#include "search/query.hpp"
#include "search/ranking.hpp"
#include "search/synonyms.hpp"
#include "search/vocabulary.hpp"

namespace okienko::search {
namespace {

using language::Language;

/// How many of the best are looked at closely.
constexpr std::size_t kReread = 60;
/// What a name that says just what was typed adds to a score.
constexpr double kLikenessWeight = 1.4;
constexpr double kTrustWeight = 0.03;
/// Less than so much of the best score is no answer.
constexpr double kWorthShowing = 0.12;
constexpr std::size_t kLongestExcerpt = 220;
/// An alternative below it is not marked in what is found.
constexpr double kWorthMarking = 0.3;

/// Services come first: the page of anything else must answer so much better.
double weight_of(Kind kind) {
    switch (kind) {
        case Kind::Service:
            return 1;
        case Kind::Situation:
        case Kind::Provider:
            return 0.5;
        case Kind::Page:
            return 0.45;
        case Kind::Document:
        case Kind::News:
            return 0.35;
    }
    return 0;
}

/// From 1 for what was checked as lately as anything, to 0 for what was a year before that.
float trust_of(std::chrono::days behind_the_newest) {
    return std::max(0.0F, 1 - static_cast<float>(behind_the_newest.count()) / 365);
}

}  // namespace

class SearchIndex::Implementation {
  public:
    Implementation(const std::filesystem::path& folder,
                   const SearchWords& words,
                   std::shared_ptr<const language::Inflection> inflection)
        : Implementation(folder, words, WordForms{std::move(inflection), words.inflected}) {}

    [[nodiscard]] Answer ask(const Question& question) const {
        auto reader = parts_.reader();
        auto query = understand(question.text, question.language, lexicon_, synonyms_);
        auto answer = answer_in(query, question, reader);
        // What is not translated is there in Polish only.
        if (answer.total == 0 && query.language != Language::Polish) {
            query = understand(question.text, Language::Polish, lexicon_, synonyms_);
            if (query.language == Language::Polish) answer = answer_in(query, question, reader);
        }
        return answer;
    }

    [[nodiscard]] std::size_t documents() const { return cards_.size(); }
    [[nodiscard]] std::size_t words() const { return lexicon_.size(); }

  private:
    /// What choosing and ranking needs of a document.
    struct Card {
        Language language = Language::Polish;
        Kind kind = Kind::Page;
        bool is_free = false;
        float trust = 0;
        std::string audiences;  ///< With a space before and after each.
    };

    Implementation(const std::filesystem::path& folder,
                   const SearchWords& words,
                   const WordForms& forms)
        : Implementation(folder, words, forms, Vocabulary{forms}) {}

    Implementation(const std::filesystem::path& folder,
                   const SearchWords& words,
                   const WordForms& forms,
                   Vocabulary vocabulary)
        : parts_(folder, vocabulary),
          cards_(cards_of(parts_.take_documents())),
          synonyms_(words, vocabulary),
          lexicon_(vocabulary, forms, parts_.documents_of(), count_by_language(cards_)) {}

    static std::vector<Card> cards_of(const std::vector<db::IndexedDocument>& documents) {
        std::optional<std::chrono::sys_days> newest;
        for (const auto& each : documents) newest = std::max(newest, each.verified_on);
        std::vector<Card> cards;
        cards.reserve(documents.size());
        for (const auto& each : documents) {
            cards.push_back(
                {.language = language::language_from_code(each.language).value_or(Language::Polish),
                 .kind = model::from_name<Kind>(each.kind).value_or(Kind::Page),
                 .is_free = each.is_free,
                 .trust = each.verified_on ? trust_of(*newest - *each.verified_on) : 0,
                 .audiences = " " + each.audiences + " "});
        }
        return cards;
    }

    static Lexicon::Counts count_by_language(const std::vector<Card>& cards) {
        Lexicon::Counts counts{};
        for (const auto& card : cards) ++counts[static_cast<std::size_t>(card.language)];
        return counts;
    }

    [[nodiscard]] static bool is_asked_for(const Card& card, const Question& question) {
        if (question.kind && card.kind != *question.kind) return false;
        if (question.only_free && !card.is_free) return false;
        return question.audience.empty() ||
               card.audiences.find(" " + question.audience + " ") != std::string::npos;
    }

    [[nodiscard]] Answer answer_in(const Query& query,
                                   const Question& question,
                                   IndexParts::Reader& reader) const {
        auto ranked = rank(query, lexicon_, cards_.size(), [&reader](TermId term) {
            return reader.postings(term);
        });
        std::erase_if(ranked, [&](const Ranked& each) {
            return !is_asked_for(cards_[each.document], question);
        });
        for (auto& each : ranked) {
            const auto& card = cards_[each.document];
            each.score *=
                weight_of(card.kind) * (1 + kTrustWeight * static_cast<double>(card.trust));
        }
        auto needed = std::max(kReread, question.offset + question.limit);
        put_best_first(ranked, needed);
        look_closely(query, reader, ranked);
        auto least = ranked.empty() ? 0 : ranked.front().score * kWorthShowing;
        auto total = std::ranges::count_if(
            ranked, [least](const Ranked& each) { return each.score >= least; });
        ranked.resize(std::min(ranked.size(), std::min(needed, static_cast<std::size_t>(total))));
        Answer answer{
            .results = {}, .total = static_cast<std::size_t>(total), .corrected = query.corrected};
        for (auto i = question.offset; i < ranked.size() && answer.results.size() < question.limit;
             ++i) {
            answer.results.push_back(result_of(ranked[i], query, reader));
        }
        return answer;
    }

    /// Sorts the first `count`; what stands behind them is worse.
    static void put_best_first(std::vector<Ranked>& ranked, std::size_t count) {
        auto end = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(ranked.size(), count));
        std::partial_sort(ranked.begin(), end, ranked.end(), [](const Ranked& a, const Ranked& b) {
            return a.score != b.score ? a.score > b.score : a.document < b.document;
        });
    }

    void look_closely(const Query& query,
                      IndexParts::Reader& reader,
                      std::vector<Ranked>& ranked) const {
        Likeness likeness{query, lexicon_};
        for (std::size_t i = 0; i < std::min(ranked.size(), kReread); ++i) {
            auto& each = ranked[i];
            double best = 0;
            for (const auto& [words, weight] : reader.names(each.document)) {
                best = std::max(best, likeness.of(words) * static_cast<double>(weight) / 100);
            }
            each.score *= 1 + kLikenessWeight * best;
        }
        // Scores only rise, so these stay before all others.
        std::vector<Ranked> close(
            ranked.begin(),
            ranked.begin() + static_cast<std::ptrdiff_t>(std::min(ranked.size(), kReread)));
        put_best_first(close, close.size());
        std::ranges::copy(close, ranked.begin());
    }

    [[nodiscard]] Result result_of(const Ranked& ranked,
                                   const Query& query,
                                   IndexParts::Reader& reader) const {
        const auto& card = cards_[ranked.document];
        auto text = reader.text(ranked.document).value_or(db::IndexedText{});
        auto is_wanted = [&](std::string_view word) { return is_looked_for(query, word); };
        return {.kind = card.kind,
                .language = card.language,
                .slug = text.slug,
                .address = text.address,
                .name = marked(text.name, is_wanted),
                .excerpt = excerpt(text.text, kLongestExcerpt, is_wanted),
                .provider = text.provider,
                .phone = text.phone,
                .score = ranked.score};
    }

    [[nodiscard]] bool is_looked_for(const Query& query, std::string_view word) const {
        auto terms = lexicon_.terms_of(query.language, language::fold(word));
        auto has = [&terms](const std::vector<TermId>& wanted) {
            return std::ranges::any_of(terms, [&wanted](TermId term) {
                return std::ranges::find(wanted, term) != wanted.end();
            });
        };
        return !terms.empty() && std::ranges::any_of(query.concepts, [&](const Concept& meaning) {
            return std::ranges::any_of(meaning.alternatives, [&](const Alternative& each) {
                return each.weight >= kWorthMarking && std::ranges::any_of(each.words, has);
            });
        });
    }

    IndexParts parts_;
    std::vector<Card> cards_;
    Synonyms synonyms_;
    Lexicon lexicon_;
};

SearchIndex::SearchIndex(const std::filesystem::path& folder,
                         const SearchWords& words,
                         std::shared_ptr<const language::Inflection> inflection)
    : implementation_(
          std::make_unique<const Implementation>(folder, words, std::move(inflection))) {}

SearchIndex::~SearchIndex() = default;

Answer SearchIndex::ask(const Question& question) const {
    return implementation_->ask(question);
}

std::size_t SearchIndex::documents() const {
    return implementation_->documents();
}

std::size_t SearchIndex::words() const {
    return implementation_->words();
}

}  // namespace okienko::search
