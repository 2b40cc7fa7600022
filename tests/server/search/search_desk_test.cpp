#include "server/search/search_desk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generator/released_index.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::server {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

/// The demo centre with a release, made once for all tests.
class SearchDeskTest : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<tests::TemporaryFolder>();
        auto root = (folder_->path() / "centrum").string();
        ASSERT_EQ(tests::run_program({"init", root, "--demo"}).exit_code, 0);
        ASSERT_EQ(tests::run_program({"--instance", root, "build"}, tests::kFixedClock).exit_code,
                  0);
        live_site_ = generator::LiveSite::load(instance(), std::chrono::sys_seconds{kNow}).value();
        index_ = generator::released_index(instance().current());
    }
    static void TearDownTestSuite() {
        index_.reset();
        live_site_.reset();
        folder_.reset();
    }
    static generator::Instance instance() {
        return {folder_->path() / "centrum", OKIENKO_SOURCE_DIR};
    }

    Response ask(const std::string& path, const std::string& query) {
        return routes_.answer({.path = path, .query = query});
    }
    std::string page(const std::string& path, const std::string& query) {
        auto response = ask(path, query);
        EXPECT_EQ(response.status, 200);
        EXPECT_EQ(response.header("Cache-Control"), "no-store");
        return std::get<std::string>(response.body);
    }

    static constexpr std::chrono::seconds kNow{1'795'420'800};
    static inline std::unique_ptr<tests::TemporaryFolder> folder_;
    static inline std::shared_ptr<const generator::LiveSite> live_site_;
    static inline std::shared_ptr<const search::SearchIndex> index_;

    std::vector<model::SearchCount> counted_;
    LiveSites live_{instance().current(), [] { return live_site_; }};
    SearchIndexes indexes_{instance().current(), [] { return index_; }};
    SearchIndexes no_indexes_{instance().current(), [] { return nullptr; }};
    std::optional<QueryCounter> counter_{std::in_place,
                                         [this](const std::vector<model::SearchCount>& counts) {
                                             counted_.insert(
                                                 counted_.end(), counts.begin(), counts.end());
                                         },
                                         std::chrono::hours{1}};
    SearchDesk desk_{{.live = live_,
                      .indexes = indexes_,
                      .counter = *counter_,
                      .log = [](std::string_view) {},
                      .now = [] { return std::chrono::system_clock::time_point{kNow}; }}};
    Routes routes_{desk_.routes()};
};

TEST_F(SearchDeskTest, ShowsWhatItHasFound) {
    for (const auto* path : {"/szukaj", "/szukaj/"}) {
        auto html = page(path, "q=w%C3%B3zek+inwalidzki");
        EXPECT_THAT(html, HasSubstr("href=\"/uslugi/wypozyczalnia-sprzetu-rehabilitacyjnego/\""));
        EXPECT_THAT(html, HasSubstr("<mark>"));
        EXPECT_THAT(html, HasSubstr("value=\"wózek inwalidzki\""));
        EXPECT_THAT(html, HasSubstr("noindex"));
    }
}

TEST_F(SearchDeskTest, SaysWhichWordItHasCorrected) {
    EXPECT_THAT(page("/szukaj", "q=psyholog"), HasSubstr("<strong>psycholog</strong>"));
}

TEST_F(SearchDeskTest, LeadsOnWhenItFindsNothing) {
    auto html = page("/szukaj", "q=zzzqqx");
    EXPECT_THAT(html, HasSubstr("Nic nie znaleźliśmy"));
    EXPECT_THAT(html, HasSubstr("href=\"/sprawy/opiekuje-sie-bliskim/\""));
    EXPECT_THAT(html, HasSubstr("tel:+48999001020"));
}

TEST_F(SearchDeskTest, EscapesWhatSomebodyTypes) {
    auto html = page("/szukaj", "q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
    EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
}

TEST_F(SearchDeskTest, NarrowsWhatItFinds) {
    auto html = page("/szukaj", "q=pomoc&rodzaj=news");
    EXPECT_THAT(html, Not(HasSubstr("<p class=\"ok-results__kind\">Usługa</p>")));
    EXPECT_THAT(html, HasSubstr("<option value=\"news\" selected>"));
    EXPECT_THAT(html, HasSubstr("ok-no-print\" open>"));
}

TEST_F(SearchDeskTest, GoesOnToTheNextResults) {
    EXPECT_THAT(page("/szukaj", "q=osoba"), HasSubstr("/szukaj/?q=osoba&amp;strona=2"));
    EXPECT_THAT(page("/szukaj", "q=osoba&strona=2"), HasSubstr("rel=\"prev\""));
}

TEST_F(SearchDeskTest, AnswersInOtherLanguages) {
    EXPECT_THAT(page("/uk/szukaj", "q=%D0%BF%D1%81%D0%B8%D1%85%D0%BE%D0%BB%D0%BE%D0%B3"),
                HasSubstr("/uk/uslugi/poradnictwo-psychologiczne/"));
    EXPECT_THAT(page("/en/szukaj", "q=wheelchair"),
                HasSubstr("/en/uslugi/wypozyczalnia-sprzetu-rehabilitacyjnego/"));
    EXPECT_THAT(page("/szukaj", "q=%D0%BF%D1%81%D0%B8%D1%85%D0%BE%D0%BB%D0%BE%D0%B3"),
                HasSubstr("hreflang=\"uk\""));
}

TEST_F(SearchDeskTest, AnswersProgramsInJson) {
    auto response = ask("/api/search", "q=psyholog&limit=1");
    EXPECT_EQ(response.header("Content-Type"), "application/json");
    auto json = std::get<std::string>(response.body);
    EXPECT_THAT(json,
                testing::StartsWith("{\"query\":\"psyholog\",\"corrected\":\"psycholog\","
                                    "\"results\":[{\"slug\":\"poradnictwo-psychologiczne\","
                                    "\"kind\":\"service\","));
    EXPECT_THAT(json, HasSubstr("\"url\":\"/uslugi/poradnictwo-psychologiczne/\""));
    EXPECT_THAT(std::get<std::string>(ask("/api/search", "q=psycholog").body),
                HasSubstr("\"corrected\":null"));
    EXPECT_EQ(std::get<std::string>(ask("/api/search", "").body),
              "{\"query\":\"\",\"corrected\":null,\"results\":[]}");
    EXPECT_EQ(ask("/api/search", "q=a&limit=-5").status, 200);
}

TEST_F(SearchDeskTest, CountsQueriesOfThePageOnly) {
    page("/szukaj", "q=Psycholog");
    page("/szukaj", "q=psycholog&strona=2");
    ask("/api/search", "q=psyc");
    counter_.reset();
    ASSERT_EQ(counted_.size(), 1U);
    EXPECT_EQ(counted_[0].query, "psycholog");
    EXPECT_EQ(counted_[0].asked, 1);
    EXPECT_GT(counted_[0].results, 0);
}

TEST_F(SearchDeskTest, LeadsOnWhenThereIsNoIndex) {
    SearchDesk desk{
        {.live = live_, .indexes = no_indexes_, .counter = *counter_, .log = [](std::string_view) {
         }}};
    Routes routes{desk.routes()};
    auto response = routes.answer({.path = "/szukaj", .query = "q=klub"});
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(std::get<std::string>(response.body), HasSubstr("href=\"/a-z/\""));
    EXPECT_EQ(routes.answer({.path = "/api/search", .query = "q=klub"}).status, 503);
}

/// Where only files are served, the field in the head of every page leads there.
TEST_F(SearchDeskTest, IsAFileOfTheReleaseToo) {
    auto file = instance().current() / "szukaj/index.html";
    ASSERT_TRUE(fs::exists(file));
}

}  // namespace
}  // namespace okienko::server
