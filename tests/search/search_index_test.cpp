#include "search/search_index.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include "db/error.hpp"
#include "language/utf8.hpp"
#include "tests/search/small_index.hpp"

namespace okienko::tests {
namespace {

using language::Language;
using search::Kind;
using search::Question;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAreArray;

std::vector<search::SearchDocument> documents() {
    auto lending = service("wypozyczalnia",
                           "Wypożyczalnia sprzętu rehabilitacyjnego",
                           "Wózek inwalidzki, łóżko i kule na kilka tygodni.");
    lending.audiences = {"seniorzy"};
    lending.is_free = true;
    auto psychologist =
        service("psycholog", "Poradnictwo psychologiczne", "Bezpłatna rozmowa z psychologiem.");
    psychologist.phone = "99 900 20 70";
    psychologist.provider = "Poradnia „Przystań”";
    auto club = service("klub", "Klub Senior+", "Miejsce spotkań dla osób od 60 lat.");
    auto house = service("dom", "Dzienny Dom Senior+", "Osoby starsze spędzają tu dzień.");
    auto news = service("nowy-sprzet", "Nowy sprzęt w wypożyczalni", "Przybyły trzy wózki.");
    news.kind = Kind::News;
    auto translated =
        service("psycholog", "Психологічна допомога", "Безкоштовна розмова з психологом.");
    translated.language = Language::Ukrainian;
    translated.address = "/uk/uslugi/psycholog/";
    auto english = service("psycholog", "Psychological counselling", "A talk with a psychologist.");
    english.language = Language::English;
    english.address = "/en/uslugi/psycholog/";
    return {lending, psychologist, club, house, news, translated, english};
}

search::SearchWords words() {
    return {.same = {{{"kula", "laska"}}},
            .means = {{{"pogadać"}, {"rozmowa"}}, {{"złota rączka"}, {"klub"}}},
            .inflected = {}};
}

class Search : public testing::Test {
  protected:
    SmallIndex index{documents(), words()};
};

TEST_F(Search, FindsAnyFormOfAWord) {
    EXPECT_THAT(index.slugs("wózkiem inwalidzkim"), Contains("wypozyczalnia"));
    EXPECT_EQ(index.slugs("psychologów").front(), "psycholog");
}

TEST_F(Search, FindsWordsWithoutPolishLetters) {
    EXPECT_EQ(index.slugs("lozko").front(), "wypozyczalnia");
    EXPECT_EQ(index.slugs("WYPOZYCZALNIA SPRZETU").front(), "wypozyczalnia");
}

TEST_F(Search, PutsTheNameThatWasTypedFirst) {
    EXPECT_EQ(index.slugs("Klub Senior+").front(), "klub");
    EXPECT_EQ(index.slugs("dzienny dom senior").front(), "dom");
}

TEST_F(Search, PutsServicesBeforeNews) {
    EXPECT_THAT(index.slugs("wypożyczalnia sprzętu"), ElementsAre("wypozyczalnia", "nowy-sprzet"));
}

TEST_F(Search, ForgivesTypingErrorsAndSaysSo) {
    auto answer = index.ask({.text = "psyholog"});
    ASSERT_FALSE(answer.results.empty());
    EXPECT_EQ(answer.results.front().slug, "psycholog");
    EXPECT_EQ(answer.corrected, "psycholog");
    EXPECT_FALSE(index.ask({.text = "psycholog"}).corrected);
}

TEST_F(Search, CorrectsOnlyTheWrongWord) {
    EXPECT_EQ(index.ask({.text = "wuzek i łóżko"}).corrected, "wózek i łóżko");
}

TEST_F(Search, CorrectsALongTextWithoutHalvingItsLastLetter) {
    std::string text = "psyholog ";
    for (int i = 0; i < 250; ++i) text += "ł";
    auto answer = index.ask({.text = text});
    ASSERT_TRUE(answer.corrected);
    EXPECT_TRUE(answer.corrected->starts_with("psycholog ł"));
    EXPECT_TRUE(language::is_valid_utf8(*answer.corrected)) << *answer.corrected;
}

TEST_F(Search, SplitsWordsThatWereTypedAsOne) {
    EXPECT_EQ(index.slugs("wózekinwalidzki").front(), "wypozyczalnia");
}

TEST_F(Search, FindsABeginningOnlyAtTheEnd) {
    EXPECT_EQ(index.slugs("wypożycz").front(), "wypozyczalnia");
    EXPECT_EQ(index.slugs("klub sen").front(), "klub");
}

TEST_F(Search, KnowsWhatEditorsSayOfWords) {
    EXPECT_EQ(index.slugs("laska").front(), "wypozyczalnia");
    EXPECT_EQ(index.slugs("chcę pogadać").front(), "psycholog");
    EXPECT_THAT(index.slugs("złota rączka"), ElementsAre("klub"));
    EXPECT_THAT(index.slugs("złota"), IsEmpty());
}

TEST_F(Search, RanksDocumentsHigherThatAnswerMoreWords) {
    EXPECT_EQ(index.slugs("bezpłatna rozmowa o wózku").front(), "psycholog");
}

TEST_F(Search, HasNoAnswerToNonsense) {
    auto answer = index.ask({.text = "zzzqqxx"});
    EXPECT_THAT(answer.results, IsEmpty());
    EXPECT_EQ(answer.total, 0U);
    EXPECT_FALSE(answer.corrected);
    EXPECT_THAT(index.slugs(""), IsEmpty());
    EXPECT_THAT(index.slugs("???"), IsEmpty());
}

TEST_F(Search, FindsUkrainianTextsWhateverThePage) {
    auto answer = index.ask({.text = "психолог"});
    ASSERT_EQ(answer.results.size(), 1U);
    EXPECT_EQ(answer.results.front().address, "/uk/uslugi/psycholog/");
    EXPECT_EQ(answer.results.front().language, Language::Ukrainian);
}

TEST_F(Search, SearchesEachLanguageByItself) {
    auto english = index.ask({.text = "psychologists", .language = Language::English});
    ASSERT_EQ(english.results.size(), 1U);
    EXPECT_EQ(english.results.front().address, "/en/uslugi/psycholog/");
}

TEST_F(Search, FallsBackToPolishWhereNothingIsTranslated) {
    auto answer = index.ask({.text = "klub senior", .language = Language::English});
    ASSERT_FALSE(answer.results.empty());
    EXPECT_EQ(answer.results.front().address, "/uslugi/klub/");
}

TEST_F(Search, LeavesOutWhatWasNotChosen) {
    EXPECT_EQ(index.ask({.text = "sprzęt", .kind = Kind::News}).results.front().slug,
              "nowy-sprzet");
    EXPECT_EQ(index.ask({.text = "sprzęt", .only_free = true}).total, 1U);
    EXPECT_EQ(index.ask({.text = "sprzęt", .audience = "seniorzy"}).total, 1U);
    EXPECT_EQ(index.ask({.text = "sprzęt", .audience = "senior"}).total, 0U);
}

TEST_F(Search, GivesTheResultsThatWereAskedFor) {
    auto all = index.ask({.text = "senior"});
    ASSERT_EQ(all.total, 2U);
    auto second = index.ask({.text = "senior", .offset = 1, .limit = 1});
    ASSERT_EQ(second.results.size(), 1U);
    EXPECT_EQ(second.results.front().slug, all.results.back().slug);
    EXPECT_EQ(second.total, 2U);
    EXPECT_THAT(index.ask({.text = "senior", .offset = 99}).results, IsEmpty());
}

TEST_F(Search, MarksWhatWasLookedFor) {
    auto result = index.ask({.text = "wózki"}).results.front();
    ASSERT_EQ(result.excerpt.marks.size(), 1U);
    EXPECT_EQ(result.excerpt.marks.front().in(result.excerpt.text), "Wózek");
    EXPECT_THAT(result.name.marks, IsEmpty());
}

TEST(Excerpt, EndsWithAWholeSentenceOrWithAnEllipsis) {
    auto nothing = [](std::string_view) { return false; };
    constexpr std::string_view kText = "Raz, dwa. Trzy i jeszcze coś.";
    EXPECT_EQ(search::excerpt(kText, 100, nothing).text, kText);
    EXPECT_EQ(search::excerpt(kText, 11, nothing).text, "Raz, dwa.");
    EXPECT_EQ(search::excerpt(kText, 16, nothing).text, "Raz, dwa. Trzy…");
    EXPECT_EQ(search::excerpt(kText, 6, nothing).text, "Raz…");
    EXPECT_EQ(search::excerpt(kText, 2, nothing).text, "");
}

TEST_F(Search, SaysWhoRunsAServiceAndWhomToCall) {
    auto result = index.ask({.text = "psycholog"}).results.front();
    EXPECT_EQ(result.provider, "Poradnia „Przystań”");
    EXPECT_EQ(result.phone, "99 900 20 70");
}

TEST_F(Search, HasTheSameBytesForTheSameDocuments) {
    EXPECT_EQ(SmallIndex{documents()}.bytes(), SmallIndex{documents()}.bytes());
}

TEST_F(Search, AnswersTheSameHoweverTheIndexIsCut) {
    for (std::size_t parts : {2, 3, 7, 9}) {
        SmallIndex cut{documents(), words(), parts};
        for (const auto* text : {"wózkiem inwalidzkim",
                                 "klub sen",
                                 "psyholog",
                                 "chcę pogadać",
                                 "wypożyczalnia sprzętu",
                                 "психолог",
                                 "zzzqqxx"}) {
            auto whole = index.ask({.text = text});
            auto answer = cut.ask({.text = text});
            EXPECT_EQ(answer.total, whole.total) << text;
            EXPECT_EQ(answer.corrected, whole.corrected) << text;
            EXPECT_THAT(cut.slugs(text), UnorderedElementsAreArray(index.slugs(text))) << text;
            for (std::size_t i = 0; i < answer.results.size(); ++i) {
                EXPECT_DOUBLE_EQ(answer.results[i].score, whole.results[i].score) << text;
            }
        }
    }
}

TEST_F(Search, AnswersAgainAfterAReadingHasFailed) {
    std::filesystem::resize_file(index.file(), 8192);
    EXPECT_THROW(index.slugs("wózek"), db::DatabaseError);
    // Into the same file, which is open.
    std::ofstream{index.file(), std::ios::binary | std::ios::in} << index.bytes();
    EXPECT_EQ(index.slugs("wózek").front(), "wypozyczalnia");
}

TEST_F(Search, ReadsOnlyTheBeginningOfALongText) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "wózek ";
    EXPECT_EQ(index.ask({.text = text}).results.front().slug, "wypozyczalnia");
}

TEST(SearchWithoutDocuments, FindsNothing) {
    SmallIndex empty{{}};
    EXPECT_EQ(empty.ask({.text = "wózek"}).total, 0U);
}

}  // namespace
}  // namespace okienko::tests
