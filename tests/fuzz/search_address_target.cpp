#include <cmath>
#include <string>

#include "db/card_folder.hpp"
#include "language/utf8.hpp"
#include "server/search/search_address.hpp"
#include "tests/fuzz/property.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/search/small_index.hpp"

namespace okienko::fuzz {
namespace {

using language::Language;
using search::Answer;
using search::MarkedText;
using search::Question;

/// The demo centre's services, some of them in another language as well, and some words.
const tests::SmallIndex& demo_index() {
    static const tests::SmallIndex kIndex = [] {
        auto catalogue =
            db::read_card_folder(std::string{OKIENKO_SOURCE_DIR} + "/db/demo", "db/demo").value();
        std::vector<search::SearchDocument> documents;
        for (const auto& card : catalogue.services) {
            auto document = tests::service(card.slug, card.name, card.summary);
            document.audiences = card.audiences;
            documents.push_back(std::move(document));
        }
        auto english = tests::service("psycholog", "Psychological counselling", "A free talk.");
        english.language = Language::English;
        documents.push_back(std::move(english));
        auto ukrainian = tests::service("psycholog", "Психологічна допомога", "Розмова.");
        ukrainian.language = Language::Ukrainian;
        documents.push_back(std::move(ukrainian));
        return tests::SmallIndex{documents,
                                 {.same = {{{"kula", "laska"}}},
                                  .means = {{{"pogadać"}, {"rozmowa"}}},
                                  .inflected = {}}};
    }();
    return kIndex;
}

void require_marks_within(const MarkedText& text) {
    require(language::is_valid_utf8(text.text), "what is found is UTF-8", text.text);
    std::size_t behind = 0;
    for (const auto& mark : text.marks) {
        require(mark.begin >= behind && mark.begin < mark.end && mark.end <= text.text.size(),
                "marks follow each other within the text",
                text.text);
        require(language::is_valid_utf8(mark.in(text.text)), "whole letters are marked");
        behind = mark.end;
    }
}

void require_in_order(const Question& question, const Answer& answer) {
    require(answer.results.size() <= question.limit && answer.results.size() <= answer.total,
            "no more is shown than there is room for");
    require(!answer.corrected || language::is_valid_utf8(*answer.corrected),
            "what was corrected is UTF-8",
            question.text);
    double last = HUGE_VAL;
    for (const auto& result : answer.results) {
        require(std::isfinite(result.score) && result.score > 0 && result.score <= last,
                "the best come first",
                question.text);
        require(!question.kind || result.kind == *question.kind, "what was chosen is found");
        require_marks_within(result.name);
        require_marks_within(result.excerpt);
        last = result.score;
    }
}

/// Page after page shows what one long page would.
void require_same_pages(Question question) {
    question.offset = 0;
    question.limit = 20;
    auto long_page = demo_index().ask(question);
    question.limit = 10;
    auto pages = demo_index().ask(question).results;
    question.offset = 10;
    for (auto& each : demo_index().ask(question).results) pages.push_back(std::move(each));
    require(pages.size() == long_page.results.size(), "pages have all results", question.text);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        require(pages[i].address == long_page.results[i].address,
                "pages have their results in order",
                question.text);
    }
}

}  // namespace

void try_search_address(std::string_view query) {
    // One language for each text: an answer costs milliseconds.
    auto page = language::kLanguages[query.size() % language::kLanguages.size()];
    auto question = server::question_in(query, page);
    require(language::is_valid_utf8(question.text) && question.text.find('\n') == std::string::npos,
            "a question is one line of UTF-8",
            question.text);
    require_in_order(question, demo_index().ask(question));
    require_same_pages(question);
    // The index itself takes any bytes; what it corrects is as good as what it was asked.
    auto corrected = demo_index().ask({.text = std::string{query}}).corrected;
    require(!corrected || !language::is_valid_utf8(query) || language::is_valid_utf8(*corrected),
            "what was corrected is UTF-8",
            std::string{query});
}

}  // namespace okienko::fuzz
