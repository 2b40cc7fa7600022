#include "db/submissions.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "db/office.hpp"
#include "tests/now.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::db {
namespace {

using model::SubmissionAction;
using model::SubmissionKind;
using model::SubmissionState;
using namespace std::chrono_literals;

const model::Date kLater = model::parse_date("2027-11-23").value();

SubmissionMail mail(std::string link_hash = {}) {
    return {std::move(link_hash), [](const model::Submission& submission) {
                return model::OutgoingMail{.recipient = submission.email,
                                           .language = submission.language,
                                           .subject = std::string{name(submission.state)},
                                           .text = "Dzień dobry",
                                           .html = ""};
            }};
}

class SubmissionsTest : public testing::Test {
  protected:
    std::string begin(const std::string& form = "f1", SubmissionKind kind = SubmissionKind::New) {
        return submissions_.begin({.form_id = form,
                                   .kind = kind,
                                   .email = "biuro@example.org",
                                   .provider = kind == SubmissionKind::New ? "" : "fundacja",
                                   .cards = "{}",
                                   .at = kNow,
                                   .purge_on = kLater,
                                   .links = {{"hash-" + form, LinkWay::Browser}},
                                   .mail = mail("mail-" + form)});
    }

    std::optional<SubmissionState> take(const std::string& number, Submissions::Step step) {
        step.at = kNow + 1h;
        step.purge_on = kLater;
        return submissions_.take(number, step);
    }

    tests::TemporaryFolder folder_;
    Office office_{folder_.path() / "office.db"};
    Submissions& submissions_ = office_.submissions();
};

TEST_F(SubmissionsTest, BeginsADraftWithALinkInTheBrowserAndOneInTheMail) {
    auto number = begin();
    auto browser = submissions_.by_link("hash-f1");
    auto by_mail = submissions_.by_link("mail-f1");
    ASSERT_TRUE(browser && by_mail);
    EXPECT_EQ(browser->submission.case_number, number);
    EXPECT_EQ(browser->submission.state, SubmissionState::Draft);
    EXPECT_EQ(browser->way, LinkWay::Browser);
    EXPECT_EQ(by_mail->way, LinkWay::Mail);
    EXPECT_FALSE(submissions_.by_link("somebody's guess"));
    EXPECT_EQ(office_.due_mails(kNow, 9).size(), 1U);
}

TEST_F(SubmissionsTest, BeginsOneDraftForTwoClicks) {
    auto number = begin();
    auto again = submissions_.begin({.form_id = "f1",
                                     .email = "biuro@example.org",
                                     .cards = "{}",
                                     .at = kNow,
                                     .purge_on = kLater,
                                     .links = {{"second", LinkWay::Browser}},
                                     .mail = mail("unused")});
    EXPECT_EQ(again, number);
    EXPECT_TRUE(submissions_.by_link("second"));
    EXPECT_EQ(office_.due_mails(kNow, 9).size(), 1U);
}

TEST_F(SubmissionsTest, LosesNothingOfTwoWindows) {
    auto number = begin();
    std::vector<std::thread> windows;
    for (int window = 0; window < 8; ++window) {
        windows.emplace_back([&] {
            submissions_.write_cards(
                number, [](const std::string& cards) { return cards + "x"; }, kNow, kLater);
        });
    }
    for (auto& each : windows) each.join();
    EXPECT_EQ(submissions_.by_case(number)->cards, "{}xxxxxxxx");
}

TEST_F(SubmissionsTest, IsNotWrittenInAfterItWasSent) {
    auto number = begin();
    ASSERT_EQ(take(number, {.action = SubmissionAction::Send}), SubmissionState::Sent);
    auto change = [](const std::string&) { return std::string{"{\"provider\":{}}"}; };
    EXPECT_FALSE(submissions_.write_cards(number, change, kNow, kLater));
    EXPECT_EQ(submissions_.by_case(number)->cards, "{}");
}

TEST_F(SubmissionsTest, KeepsEveryVersionThatWasSent) {
    auto number = begin();
    auto write = [&](const std::string& cards) {
        submissions_.write_cards(
            number, [&](const std::string&) { return cards; }, kNow, kLater);
    };
    write("first");
    take(number, {.action = SubmissionAction::SendUnknown});
    take(number, {.action = SubmissionAction::Verify});
    take(number,
         {.action = SubmissionAction::Correct,
          .remarks = {{"usluga-1.name", "Za długa."}, {"", "Reszta jest dobra."}},
          .actor = "anna"});
    EXPECT_EQ(submissions_.by_case(number)->remarks.size(), 2U);
    write("second");
    take(number, {.action = SubmissionAction::Send});
    auto versions = submissions_.versions(number);
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions[0].cards, "first");
    EXPECT_EQ(versions[1].cards, "second");
    EXPECT_EQ(versions[1].number, 2);
    EXPECT_TRUE(submissions_.by_case(number)->remarks.empty());
}

TEST_F(SubmissionsTest, WritesDownWhatTheOfficeDoesAndNothingElse) {
    auto number = begin();
    take(number, {.action = SubmissionAction::Send});
    take(number, {.action = SubmissionAction::Accept, .provider = "fundacja", .actor = "anna"});
    auto audit = office_.audit();
    ASSERT_EQ(audit.size(), 1U);
    EXPECT_EQ(audit[0].action, "submission.accept");
    EXPECT_EQ(audit[0].actor, "anna");
    EXPECT_EQ(audit[0].subject, number);
    EXPECT_EQ(submissions_.by_case(number)->provider, "fundacja");
}

TEST_F(SubmissionsTest, RefusesAStepThatDoesNotFitAndWritesNoMail) {
    auto number = begin();
    EXPECT_FALSE(take(number, {.action = SubmissionAction::Accept, .mail = mail()}));
    EXPECT_EQ(submissions_.by_case(number)->state, SubmissionState::Draft);
    EXPECT_EQ(office_.due_mails(kNow + 2h, 9).size(), 1U);
    EXPECT_TRUE(office_.audit().empty());
}

TEST_F(SubmissionsTest, WritesTheMailWithTheStateThatIsReached) {
    auto number = begin();
    take(number, {.action = SubmissionAction::Send, .mail = mail("again")});
    auto mails = office_.due_mails(kNow + 2h, 9);
    ASSERT_EQ(mails.size(), 2U);
    EXPECT_EQ(mails[1].mail.subject, "sent");
    EXPECT_NE(mails[0].id, mails[1].id);
    EXPECT_TRUE(submissions_.by_link("again"));
}

TEST_F(SubmissionsTest, KnowsWhoSpokeForAProvider) {
    auto number = begin();
    EXPECT_FALSE(submissions_.spoke_for("biuro@example.org", "fundacja"));
    take(number, {.action = SubmissionAction::Send});
    take(number, {.action = SubmissionAction::Accept, .provider = "fundacja", .actor = "anna"});
    EXPECT_TRUE(submissions_.spoke_for("Biuro@Example.org", "fundacja"));
    EXPECT_FALSE(submissions_.spoke_for("biuro@example.org", "inna"));
}

TEST_F(SubmissionsTest, FindsTheChangeThatIsAlreadyBeingWritten) {
    begin("f1");
    EXPECT_FALSE(submissions_.open_change("biuro@example.org", "fundacja"));
    auto change = begin("f2", SubmissionKind::Change);
    ASSERT_TRUE(submissions_.open_change("biuro@example.org", "fundacja"));
    EXPECT_EQ(submissions_.open_change("biuro@example.org", "fundacja")->case_number, change);
    take(change, {.action = SubmissionAction::Send});
    EXPECT_FALSE(submissions_.open_change("biuro@example.org", "fundacja"));
}

TEST_F(SubmissionsTest, IsGoneWithItsLinksAndMailsWhenItsDayHasCome) {
    auto number = begin();
    auto purged = office_.purge(kLater, {"cron", kNow});
    EXPECT_EQ(purged.submissions, 1U);
    EXPECT_FALSE(submissions_.by_case(number));
    EXPECT_FALSE(submissions_.by_link("hash-f1"));
    EXPECT_TRUE(office_.due_mails(kNow + 1h, 9).empty());
}

}  // namespace
}  // namespace okienko::db
