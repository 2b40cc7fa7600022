#include "tests/search/random_texts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "generator/file_tree.hpp"
#include "generator/live_site.hpp"
#include "generator/search_documents.hpp"
#include "generator/search_words_file.hpp"
#include "language/utf8.hpp"
#include "search/index_builder.hpp"
#include "search/index_parts.hpp"
#include "search/query.hpp"
#include "search/ranking.hpp"
#include "search/search_index.hpp"
#include "tests/server/demo_centre.hpp"

/// Whatever somebody types, the demo centre's search answers, and does not work long for it.
namespace okienko::tests {
namespace {

constexpr int kTexts = 10'000;
constexpr unsigned kSeed = 20261128;

/// The words of what residents ask.
std::vector<std::string> words_of_residents() {
    std::ifstream file{std::string{OKIENKO_SOURCE_DIR} + "/tests/search/queries.tsv"};
    std::vector<std::string> words;
    for (std::string line; std::getline(file, line);) {
        std::istringstream text{line.substr(0, line.find('\t'))};
        for (std::string word; text >> word;) words.push_back(word);
    }
    return words;
}

class RandomTextsTest : public testing::Test {
  protected:
    RandomTextsTest() {
        server::DemoCentre centre;
        auto live = generator::LiveSite::load(
            centre.instance(), std::chrono::sys_seconds{std::chrono::seconds{1'795'420'800}});
        model::Problems problems;
        words_ = generator::read_search_words_file(centre.instance().content(), problems);
        auto word_forms = forms();
        search::IndexBuilder builder{word_forms};
        generator::each_search_document(
            live.value()->site(), {}, [&builder](const search::SearchDocument& document) {
                builder.add(document);
            });
        generator::write_file(folder_ / search::part_file_name(0), builder.finish());
    }

    [[nodiscard]] search::WordForms forms() const {
        return {generator::polish_inflection(), words_.inflected};
    }

    TemporaryFolder folder_;
    search::SearchWords words_;
    RandomTexts texts_{words_of_residents(), kSeed};
};

/// What takes the time of an answer.
struct Work {
    std::size_t words = 0;     ///< Each is compared, at worst, with every word of the index.
    std::size_t lists = 0;     ///< Read from the index.
    std::size_t postings = 0;  ///< Bytes of these.
};

/// Some twice what the costliest of the texts takes, and less than a long sentence may.
constexpr Work kMostWork{.words = 20, .lists = 400, .postings = 16'000};
/// Work is counted beside the answer, which costs as much again: for every fourth text.
constexpr int kCountedEach = 4;

TEST_F(RandomTextsTest, AreAllAnsweredWithBoundedWork) {
    search::SearchIndex index{folder_.path(), words_, generator::polish_inflection()};
    auto word_forms = forms();
    search::Vocabulary vocabulary{word_forms};
    search::IndexParts parts{folder_.path(), vocabulary};
    auto documents = parts.take_documents().size();
    search::Synonyms synonyms{words_, vocabulary};
    search::Lexicon lexicon{
        vocabulary, word_forms, parts.documents_of(), {documents, documents, documents}};
    auto reader = parts.reader();
    auto work_for = [&](const std::string& text, language::Language language) {
        auto query = search::understand(text, language, lexicon, synonyms);
        Work work{.words = query.concepts.size()};
        search::rank(query, lexicon, documents, [&](search::TermId term) {
            auto lists = reader.postings(term);
            work.lists += lists.size();
            for (const auto& listed : lists) work.postings += listed.postings.size();
            return lists;
        });
        return work;
    };
    int found = 0;
    for (int i = 0; i < kTexts; ++i) {
        auto text = texts_.next();
        auto language = language::kLanguages[static_cast<std::size_t>(i) % 3];
        auto answer = index.ask({.text = text, .language = language, .limit = 10});
        ASSERT_LE(answer.results.size(), std::min<std::size_t>(10, answer.total))
            << testing::PrintToString(text);
        for (const auto& result : answer.results) ASSERT_TRUE(std::isfinite(result.score)) << text;
        if (answer.corrected && language::is_valid_utf8(text)) {
            ASSERT_TRUE(language::is_valid_utf8(*answer.corrected)) << text;
        }
        if (answer.total > 0) ++found;
        if (i % kCountedEach != 0) continue;
        auto work = work_for(text, language);
        ASSERT_LE(work.words, kMostWork.words) << testing::PrintToString(text);
        ASSERT_LE(work.lists, kMostWork.lists) << testing::PrintToString(text);
        ASSERT_LE(work.postings, kMostWork.postings) << testing::PrintToString(text);
    }
    // Not only nonsense was asked.
    EXPECT_GT(found, kTexts / 20);
}

}  // namespace
}  // namespace okienko::tests
