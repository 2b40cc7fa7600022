#include "search/search_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "db/toml_reader.hpp"
#include "generator/search_words_file.hpp"

namespace okienko::search {
namespace {

using testing::ElementsAre;

model::Checked<SearchWords, model::Problem> read(const std::string& text) {
    auto document = db::read_toml("content/slownik.toml", text);
    EXPECT_TRUE(document.ok());
    return read_search_words(document.value(), *generator::polish_inflection());
}

TEST(SearchWords, AreReadFromTheirFile) {
    auto words = read(
        "same = [\"stomatolog, dentysta\"]\n"
        "means = [\"złota rączka, naprawa = bank czasu\"]\n"
        "persons = [\"babcia = senior\"]\n"
        "inflected = [\"teleopieka jak opieka\"]\n");
    ASSERT_TRUE(words.ok());
    ASSERT_EQ(words.value().same.size(), 1U);
    EXPECT_THAT(words.value().same[0].expressions, ElementsAre("stomatolog", "dentysta"));
    ASSERT_EQ(words.value().means.size(), 2U);
    EXPECT_THAT(words.value().means[0].typed, ElementsAre("złota rączka", "naprawa"));
    EXPECT_THAT(words.value().means[0].meant, ElementsAre("bank czasu"));
    EXPECT_FALSE(words.value().means[0].is_person);
    EXPECT_TRUE(words.value().means[1].is_person);
    EXPECT_EQ(words.value().inflected[0], (SearchWords::Inflected{"teleopieka", "opieka"}));
}

TEST(SearchWords, ReportEveryLineThatMakesNoSense) {
    auto words = read(
        "same = [\n  \"stomatolog\",\n]\n"
        "means = [\n  \"babcia\",\n  \" = senior\",\n]\n"
        "inflected = [\"teleopieka\", \"teleopieka jak xyzyzx\"]\n");
    ASSERT_FALSE(words.ok());
    ASSERT_EQ(words.problems().size(), 5U);
    auto place = std::get<model::SourcePosition>(words.problems()[0].at);
    EXPECT_EQ(place.file, "content/slownik.toml");
    EXPECT_EQ(place.line, 2);
    EXPECT_EQ(place.column, 3);
    for (const auto& problem : words.problems()) EXPECT_NE(problem.remedy, "");
}

TEST(SearchWords, ReportKeysThatNobodyKnows) {
    auto words = read("synonimy = [\"a, b\"]\n");
    ASSERT_FALSE(words.ok());
    EXPECT_THAT(words.problems()[0].message, testing::HasSubstr("synonimy"));
}

TEST(SearchWords, AreRightInTheDemoCentre) {
    model::Problems problems;
    auto words = generator::read_search_words_file(
        std::filesystem::path{OKIENKO_SOURCE_DIR} / "content", problems);
    EXPECT_TRUE(problems.empty());
    EXPECT_GT(words.same.size(), 20U);
    EXPECT_GT(words.means.size(), 40U);
}

}  // namespace
}  // namespace okienko::search
