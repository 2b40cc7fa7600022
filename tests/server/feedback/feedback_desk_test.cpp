#include "server/feedback/feedback_desk.hpp"

#include <gtest/gtest.h>

#include "tests/server/forms/form_desks.hpp"

namespace okienko::server {
namespace {

constexpr const char* kPath = "/opinia";

class FeedbackDeskTest : public FormDesks {};

TEST_F(FeedbackDeskTest, AsksForAScoreAndThenForReasonsThatFitIt) {
    auto first = html(ask("GET", kPath, "strona=%2Fuslugi%2Fbank-czasu%2F"));
    EXPECT_NE(first.find("name=\"ocena\" value=\"5\""), std::string::npos);
    EXPECT_NE(first.find("name=\"strona\" value=\"/uslugi/bank-czasu/\""), std::string::npos);
    EXPECT_EQ(first.find("name=\"formularz\""), std::string::npos) << "nothing is sent yet";
    for (int score = 1; score <= 5; ++score) {
        auto page = html(ask("GET", kPath, "strona=%2F&ocena=" + std::to_string(score)));
        EXPECT_EQ(page.find("powod-hard_words") != std::string::npos, score < 4) << score;
        EXPECT_EQ(page.find("powod-plain_words") != std::string::npos, score >= 4) << score;
    }
    for (const auto* wrong : {"0", "6", "-1", "04", "9223372036854775808", "%3Cb%3E", ""}) {
        auto page = html(ask("GET", kPath, std::string{"ocena="} + wrong));
        EXPECT_NE(page.find("name=\"ocena\" value=\"5\""), std::string::npos) << wrong;
    }
}

TEST_F(FeedbackDeskTest, KeepsAnOpinionAndLeadsBack) {
    auto form = "formularz=" + token(kPath, "ocena=2") +
                "&strona=%2Fuslugi%2Fbank-czasu%2F&ocena=2&powod-too_long=tak&powod-found=tak&opis="
                "Za+d%C5%82ugo";
    auto response = send(kPath, form);
    ASSERT_EQ(response.status, 303) << html(response);
    ASSERT_EQ(kept().size(), 1U);
    const auto opinion = kept()[0].message;
    EXPECT_EQ(opinion.kind, model::MessageKind::Feedback);
    EXPECT_EQ(opinion.page, "/uslugi/bank-czasu/");
    EXPECT_EQ(opinion.score, 2);
    EXPECT_EQ(opinion.reasons, std::vector<std::string>{"too_long"})
        << "a reason for a good score is none for a bad one";
    EXPECT_EQ(opinion.text, "Za długo");
    EXPECT_EQ(response.header("Location"), "/opinia/wyslane?strona=/uslugi/bank-czasu/");
    auto page = html(ask("GET", "/opinia/wyslane", "strona=/uslugi/bank-czasu/"));
    EXPECT_NE(page.find("<a href=\"/uslugi/bank-czasu/\">Wróć na ocenianą stronę</a>"),
              std::string::npos);
    EXPECT_EQ(send(kPath, form).header("Location"), response.header("Location"));
    EXPECT_EQ(kept().size(), 1U);
}

TEST_F(FeedbackDeskTest, NeedsNothingButAScore) {
    auto fresh = token(kPath, "ocena=5");
    now_ += std::chrono::seconds{2};
    auto response = ask("POST", kPath, "", "formularz=" + fresh + "&ocena=5&strona=");
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(kept()[0].message.page, "");
    auto without = send(kPath, "formularz=" + token(kPath, "ocena=5") + "&strona=%2F&opis=Tekst");
    EXPECT_EQ(without.status, 422);
    auto page = html(without);
    EXPECT_NE(page.find("href=\"#ocena\""), std::string::npos);
    EXPECT_NE(page.find("id=\"ocena\""), std::string::npos);
    EXPECT_NE(page.find("name=\"ocena\" type=\"radio\" value=\"3\""), std::string::npos);
    EXPECT_NE(page.find(">\nTekst</textarea>"), std::string::npos);
}

TEST_F(FeedbackDeskTest, LeadsOnlyToPagesOfThisSite) {
    for (const auto* page : {"//zly.example/",
                             "https://zly.example/",
                             "javascript:alert(1)",
                             "/..%2F",
                             "/%22%3E%3Cscript%3E",
                             "/a%0Ab"}) {
        auto drawn = html(ask("GET", "/opinia/wyslane", std::string{"strona="} + page));
        EXPECT_NE(drawn.find("<a href=\"/\">Wróć na stronę główną</a>"), std::string::npos) << page;
        EXPECT_EQ(drawn.find("<script>"), std::string::npos) << page;
    }
}

}  // namespace
}  // namespace okienko::server
