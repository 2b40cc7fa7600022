#include "search/index_builder.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "db/search_file.hpp"
#include "search/expression.hpp"
#include "search/plain_text.hpp"
#include "search/postings.hpp"
#include "search/tokens.hpp"
#include "search/vocabulary.hpp"

namespace okienko::search {
namespace {

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

constexpr std::size_t kLongestExcerptSource = 600;

/// The documents of a term.
struct Listed {
    std::string postings;
    DocumentId last = 0;
    std::uint32_t documents = 0;
    double strength = 0;  ///< In the document that is being added.
};

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
    explicit Implementation(const WordForms& forms) : vocabulary_(forms) {}

    void add(const SearchDocument& document) {
        take_in(document, kName, std::span{&document.name, 1});
        take_in(document, kOtherNames, document.other_names);
        take_in(document, kPhrases, document.phrases);
        take_in(document, kSummary, std::span{&document.summary, 1});
        take_in(document, kSubjects, document.subjects);
        take_in(document, kProvider, std::span{&document.provider, 1});
        take_in(document, kTexts, document.texts);
        write(document);
        list_under_terms();
        ++next_document_;
    }

    /// The file with everything in it.
    db::SearchFileWriter finish() {
        const auto& terms = vocabulary_.terms();
        listed_.resize(terms.size());
        for (TermId id = 0; id < terms.size(); ++id) {
            file_.add({.id = id,
                       .language = std::string{code(terms[id].language)},
                       .text = terms[id].text,
                       .documents = listed_[id].documents},
                      listed_[id].postings);
        }
        for (const auto& [written, term] : vocabulary_.words()) {
            file_.add(db::IndexedWord{written, term});
        }
        return std::move(file_);
    }

  private:
    void take_in(const SearchDocument& document,
                 const Field& field,
                 std::span<const std::string> texts) {
        met_.clear();
        std::size_t words = 0;
        for (const auto& text : texts) {
            for (std::size_t at = 0; at < text.size();) {
                auto token = next_token(text, at);
                if (token.begin == token.end) break;
                ++words;
                const auto& terms = vocabulary_.terms_of(document.language, token.in(text));
                met_.insert(met_.end(), terms.begin(), terms.end());
            }
        }
        listed_.resize(vocabulary_.terms().size());
        auto length = static_cast<double>(words) / field.usual_words;
        auto norm = 1 - field.length_matters + field.length_matters * std::max(length, 0.5);
        for (auto term : met_) {
            auto& strength = listed_[term].strength;
            if (strength == 0) terms_of_document_.push_back(term);
            strength += field.weight / norm;
        }
    }

    void list_under_terms() {
        for (auto term : terms_of_document_) {
            auto& listed = listed_[term];
            auto share = listed.strength / (listed.strength + kSaturation);
            auto impact = static_cast<Impact>(std::clamp(std::lround(share * 255), 1L, 255L));
            append_posting(listed.postings, next_document_, impact, listed.last);
            ++listed.documents;
            listed.strength = 0;
        }
        terms_of_document_.clear();
    }

    void write(const SearchDocument& document) {
        auto names = packed(document.language, document.name, kNameWeight);
        for (const auto& other : document.other_names) {
            names += packed(document.language, other, kOtherNameWeight);
        }
        for (const auto& phrase : document.phrases) {
            names += packed_phrase(document.language, phrase);
        }

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
                  names);
    }

    std::string packed(language::Language language, const std::string& text, std::uint32_t weight) {
        auto words = vocabulary_.expression_of(language, text);
        return words.empty() ? std::string{} : pack(PackedName{std::move(words), weight});
    }

    /// Documents have them from their situations: few, and all the same.
    const std::string& packed_phrase(language::Language language, const std::string& phrase) {
        auto [known, is_new] =
            phrases_[static_cast<std::size_t>(language)].try_emplace(phrase, std::string{});
        if (is_new) known->second = packed(language, phrase, kPhraseWeight);
        return known->second;
    }

    static std::string excerpt_source(const SearchDocument& document) {
        auto text = document.summary;
        for (const auto& more : document.texts) {
            if (text.size() >= kLongestExcerptSource) break;
            text += '\n';
            text += plain_text(more, kLongestExcerptSource + 1 - text.size());
        }
        return shortened(std::move(text), kLongestExcerptSource);
    }

    Vocabulary vocabulary_;
    db::SearchFileWriter file_;
    DocumentId next_document_ = 0;
    std::array<std::unordered_map<std::string, std::string>, language::kLanguages.size()> phrases_;
    std::vector<Listed> listed_;  ///< By term.
    std::vector<TermId> met_;     ///< In a field, as often as they stand there.
    std::vector<TermId> terms_of_document_;
};

IndexBuilder::IndexBuilder(const WordForms& forms)
    : implementation_(std::make_unique<Implementation>(forms)) {}

IndexBuilder::~IndexBuilder() = default;

void IndexBuilder::add(const SearchDocument& document) {
    implementation_->add(document);
}

std::string IndexBuilder::finish() {
    auto file = implementation_->finish();
    implementation_.reset();  // The words are in the file now, and make room for its bytes.
    return file.finish();
}

}  // namespace okienko::search
