#include "search/index_builder.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "db/search_file.hpp"
#include "language/folding.hpp"
#include "search/expression.hpp"
#include "search/plain_text.hpp"
#include "search/postings.hpp"
#include "search/stop_words.hpp"
#include "search/tokens.hpp"
#include "search/word_forms.hpp"

namespace okienko::search {
namespace {

using language::Language;
using model::name;

/// How much a word counts where it stands, and how long such a text usually is: in a longer one
/// each word says less (BM25F). Fixed lengths, not averages, so that a document counts the same
/// whatever else is in the index.
struct Field {
    double weight;
    double usual_words;
    double length_matters;
};
constexpr Field kName{9, 3, 0.3};
constexpr Field kOtherNames{5, 12, 0.3};
constexpr Field kPhrases{1.2, 40, 0};
constexpr Field kSummary{3, 20, 0.4};
constexpr Field kSubjects{1, 12, 0.4};
constexpr Field kProvider{1.5, 6, 0.3};
constexpr Field kTexts{1, 350, 0.4};

/// From which strength on more of the same word adds little (BM25's k1).
constexpr double kSaturation = 2.5;

constexpr std::uint32_t kNameWeight = 100;
constexpr std::uint32_t kOtherNameWeight = 90;
constexpr std::uint32_t kPhraseWeight = 60;

constexpr double kSameWeight = 0.9;
constexpr double kMeansWeight = 0.8;
constexpr double kPersonImportance = 0.5;
/// What somebody does says less about a service than what they need.
constexpr double kVerbImportance = 0.6;

constexpr std::size_t kLongestExcerptSource = 600;

/// A term of one language.
struct Term {
    Language language;
    std::string text;
    std::string postings = {};
    DocumentId last = 0;
    std::uint32_t documents = 0;
    double importance = 1;
};

/// "złamać", which has the form "złamałam"; not "pamięć".
bool is_verb(std::string_view lemma, const std::vector<std::string>& forms) {
    return (lemma.ends_with("ć") || lemma.ends_with('c')) &&
           std::ranges::any_of(forms, [](const auto& form) { return form.ends_with("łam"); });
}

/// Cut at a word's end, with whole characters.
std::string shortened(std::string text, std::size_t limit) {
    if (text.size() <= limit) return text;
    auto space = text.rfind(' ', limit);
    text.resize(space == std::string::npos ? 0 : space);
    return text;
}

}  // namespace

class IndexBuilder::Implementation {
  public:
    Implementation(const SearchWords& words, const language::Inflection& inflection)
        : words_(words), forms_(inflection, words.inflected) {}

    void add(const SearchDocument& document) {
        std::vector<std::pair<TermId, double>> strengths;
        take_in(document, kName, std::span{&document.name, 1}, strengths);
        take_in(document, kOtherNames, document.other_names, strengths);
        take_in(document, kPhrases, document.phrases, strengths);
        take_in(document, kSummary, std::span{&document.summary, 1}, strengths);
        take_in(document, kSubjects, document.subjects, strengths);
        take_in(document, kProvider, std::span{&document.provider, 1}, strengths);
        take_in(document, kTexts, document.texts, strengths);
        write(document);
        list_under(std::move(strengths));
        ++next_document_;
    }

    std::string finish() {
        write_synonyms();
        auto forms = all_forms();
        for (TermId id = 0; id < terms_.size(); ++id) {
            const auto& term = terms_[id];
            file_.add({.id = id,
                       .language = std::string{code(term.language)},
                       .text = term.text,
                       .documents = term.documents,
                       .importance = term.importance},
                      term.postings);
        }
        for (const auto& form : forms) file_.add(form);
        return file_.finish();
    }

  private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    template <class Value>
    using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

    /// The terms that a word of a text stands for.
    const std::vector<TermId>& terms_of(Language language, std::string_view word) {
        auto& known = known_[static_cast<std::size_t>(language)];
        auto found = known.find(word);
        if (found != known.end()) return found->second;
        std::vector<TermId> terms;
        auto lower = lower_case(word);
        if (language == Language::Polish) {
            for (const auto& lemma : forms_.lemmas(lower)) {
                auto term = term_of(language, language::fold(lemma));
                lemmas_.emplace(lemma, term);
                if (std::ranges::find(terms, term) == terms.end()) terms.push_back(term);
            }
            // What no dictionary knows has no other forms to be found by.
            if (terms.size() == 1) written_.emplace(lower, terms.front());
        } else {
            terms.push_back(term_of(language, folded_stem(language, word)));
            written_.emplace(lower, terms.front());
        }
        return known.emplace(word, std::move(terms)).first->second;
    }

    TermId term_of(Language language, std::string text) {
        auto& ids = ids_[static_cast<std::size_t>(language)];
        auto [place, added] = ids.try_emplace(std::move(text), static_cast<TermId>(terms_.size()));
        if (added) terms_.push_back({.language = language, .text = place->first});
        return place->second;
    }

    void take_in(const SearchDocument& document,
                 const Field& field,
                 std::span<const std::string> texts,
                 std::vector<std::pair<TermId, double>>& strengths) {
        std::size_t words = 0;
        auto first = strengths.size();
        for (const auto& text : texts) {
            for (std::size_t at = 0; at < text.size();) {
                auto token = next_token(text, at);
                if (token.begin == token.end) break;
                ++words;
                for (auto term : terms_of(document.language, token.in(text))) {
                    strengths.emplace_back(term, field.weight);
                }
            }
        }
        auto length = static_cast<double>(words) / field.usual_words;
        auto norm = 1 - field.length_matters + field.length_matters * std::max(length, 0.5);
        for (auto i = first; i < strengths.size(); ++i) strengths[i].second /= norm;
    }

    void list_under(std::vector<std::pair<TermId, double>> strengths) {
        std::ranges::stable_sort(strengths, {}, &std::pair<TermId, double>::first);
        for (std::size_t i = 0; i < strengths.size();) {
            auto id = strengths[i].first;
            double strength = 0;
            for (; i < strengths.size() && strengths[i].first == id; ++i) {
                strength += strengths[i].second;
            }
            auto share = strength / (strength + kSaturation);
            auto impact = static_cast<Impact>(std::clamp(std::lround(share * 255), 1L, 255L));
            auto& term = terms_[id];
            append_posting(term.postings, next_document_, impact, term.last);
            ++term.documents;
        }
    }

    void write(const SearchDocument& document) {
        std::vector<PackedName> names;
        auto add_name = [&](const std::string& text, std::uint32_t weight) {
            auto words = expression_of(document.language, text);
            if (!words.empty()) names.push_back({std::move(words), weight});
        };
        add_name(document.name, kNameWeight);
        for (const auto& other : document.other_names) add_name(other, kOtherNameWeight);
        for (const auto& phrase : document.phrases) add_name(phrase, kPhraseWeight);

        std::string audiences;
        for (const auto& audience : document.audiences) {
            audiences += (audiences.empty() ? "" : " ") + audience;
        }
        file_.add({.id = next_document_,
                   .language = std::string{code(document.language)},
                   .kind = std::string{name(document.kind)},
                   .audiences = std::move(audiences),
                   .is_free = document.is_free,
                   .verified_on = document.verified_on},
                  {.id = next_document_,
                   .slug = document.slug,
                   .address = document.address,
                   .name = document.name,
                   .text = excerpt_source(document),
                   .provider = document.provider,
                   .phone = document.phone},
                  pack(names));
    }

    static std::string excerpt_source(const SearchDocument& document) {
        auto text = document.summary;
        for (const auto& more : document.texts) {
            if (text.size() >= kLongestExcerptSource) break;
            text += '\n';
            text += plain_text(more);
        }
        return shortened(std::move(text), kLongestExcerptSource);
    }

    /// Without words that say nothing, unless there are no others.
    Expression expression_of(Language language, std::string_view text) {
        Expression all;
        Expression telling;
        for (const auto& token : tokens_of(text)) {
            auto word = token.in(text);
            all.push_back(terms_of(language, word));
            if (!is_stop_word(language, language::fold(word))) telling.push_back(all.back());
        }
        return telling.empty() ? all : telling;
    }

    void write_synonyms() {
        auto add = [&](const std::string& typed,
                       const std::string& meant,
                       double weight,
                       double importance) {
            file_.add(db::IndexedSynonym{.typed = pack(expression_of(Language::Polish, typed)),
                                         .meant = pack(expression_of(Language::Polish, meant)),
                                         .weight = weight,
                                         .importance = importance});
        };
        for (const auto& [expressions] : words_.same) {
            for (const auto& typed : expressions) {
                for (const auto& meant : expressions) {
                    if (typed != meant) add(typed, meant, kSameWeight, 1);
                }
            }
        }
        for (const auto& [typed, meant, is_person] : words_.means) {
            for (const auto& said : typed) {
                for (const auto& looked_for : meant) {
                    add(said, looked_for, kMeansWeight, is_person ? kPersonImportance : 1);
                }
            }
        }
    }

    /// Also finds out which terms are verbs and nothing else.
    [[nodiscard]] std::vector<db::IndexedForm> all_forms() {
        std::vector<db::IndexedForm> all;
        std::vector<bool> is_other(terms_.size());
        for (const auto& [lemma, term] : lemmas_) {
            auto forms = forms_.forms(lemma);
            if (is_verb(lemma, forms)) {
                terms_[term].importance = kVerbImportance;
            } else {
                is_other[term] = true;
            }
            for (auto& form : forms) all.push_back({std::move(form), term});
        }
        for (TermId id = 0; id < terms_.size(); ++id) {
            if (is_other[id]) terms_[id].importance = 1;
        }
        for (const auto& [written, term] : written_) all.push_back({written, term});
        auto order = [](const db::IndexedForm& a, const db::IndexedForm& b) {
            return std::tie(a.written, a.term) < std::tie(b.written, b.term);
        };
        std::ranges::sort(all, order);
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }

    const SearchWords& words_;
    WordForms forms_;
    db::SearchFileWriter file_;
    DocumentId next_document_ = 0;
    std::vector<Term> terms_;
    std::array<ByText<TermId>, language::kLanguages.size()> ids_;
    std::array<ByText<std::vector<TermId>>, language::kLanguages.size()> known_;
    ByText<TermId> lemmas_;   ///< Of Polish words, as the dictionary writes them.
    ByText<TermId> written_;  ///< Lower-case words of texts that stand for one term.
};

IndexBuilder::IndexBuilder(const SearchWords& words, const language::Inflection& inflection)
    : implementation_(std::make_unique<Implementation>(words, inflection)) {}

IndexBuilder::~IndexBuilder() = default;

void IndexBuilder::add(const SearchDocument& document) {
    implementation_->add(document);
}

std::string IndexBuilder::finish() {
    return implementation_->finish();
}

}  // namespace okienko::search
