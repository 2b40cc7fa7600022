#include "db/office.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "db/error.hpp"
#include "tests/db/unwritable_directory.hpp"
#include "tests/now.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::db {
namespace {

using model::MessageState;
using namespace std::chrono_literals;

model::Message question() {
    return {.sender = "Pani Ania",
            .phone = "",
            .email = "ania@example.org",
            .preferred_hours = "po 16:00",
            .subject = "Klub Senior+",
            .service = "klub-senior-plus",
            .text = "Czy są wolne miejsca?\nDziękuję.",
            .language = "pl"};
}

class OfficeTest : public testing::Test {
  protected:
    static Office::Arrival form(const std::string& id, const char* purge_on = "2027-11-23") {
        return {.form_id = id, .at = kNow, .purge_on = model::parse_date(purge_on).value()};
    }

    tests::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_.path() / "office.db";
    Office office_{file_};
    Actor clerk_{"anna", kNow + 1h};
};

TEST_F(OfficeTest, HasNoMailsToSendBeforeAnybodyHasOpenedIt) {
    tests::TemporaryFolder folder;
    Office fresh{folder.path() / "office.db", Office::Opening::WhenWanted};
    EXPECT_TRUE(fresh.due_mails(std::chrono::sys_seconds{}, 9).empty());
}

TEST_F(OfficeTest, KeepsAMessageAsItWasWritten) {
    auto number = office_.receive(question(), form("f1")).case_number;
    auto kept = office_.message(number);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->message, question());
    EXPECT_EQ(kept->received_at, kNow);
    EXPECT_EQ(kept->state, MessageState::Open);
    EXPECT_EQ(kept->purge_on, model::parse_date("2027-11-23"));
}

TEST_F(OfficeTest, KeepsMessagesOfEveryKindApart) {
    model::Message report{.kind = model::MessageKind::Outdated,
                          .phone = "+48857152550",
                          .service = "bank-czasu",
                          .text = "",
                          .reasons = {"hours", "ended"}};
    model::Message opinion{.kind = model::MessageKind::Feedback,
                           .text = "Nie wiem, gdzie zadzwonić.",
                           .page = "/uslugi/bank-czasu/",
                           .score = 2,
                           .reasons = {"too_long", "hard_words"},
                           .language = "uk"};
    office_.receive(question(), form("f1"));
    auto reported = office_.receive(report, form("f2")).case_number;
    auto said = office_.receive(opinion, form("f3")).case_number;
    EXPECT_EQ(office_.message(reported)->message, report);
    EXPECT_EQ(office_.message(said)->message, opinion);
    EXPECT_EQ(office_.messages(MessageState::Open).size(), 3U);
    auto opinions = office_.messages(MessageState::Open, model::MessageKind::Feedback);
    ASSERT_EQ(opinions.size(), 1U);
    EXPECT_EQ(opinions[0].message, opinion);
    EXPECT_EQ(office_.purge(model::parse_date("2027-11-23").value(), clerk_).messages, 3U)
        << "with what was ticked";
}

TEST_F(OfficeTest, FindsACaseHoweverItsNumberIsSpelt) {
    auto number = office_.receive(question(), form("f1")).case_number;
    ASSERT_EQ(number.size(), 7U);
    auto spelt = number.substr(0, 3) + " " + number.substr(4);
    for (auto& letter : spelt) letter = static_cast<char>(std::tolower(letter));
    EXPECT_TRUE(office_.message(spelt));
    EXPECT_FALSE(office_.message("000-000"));
    EXPECT_FALSE(office_.message(""));
}

TEST_F(OfficeTest, TakesAFormThatComesTwiceOnce) {
    auto first = office_.receive(question(), form("f1")).case_number;
    auto changed = question();
    changed.text = "Drugie kliknięcie";
    auto again = office_.receive(changed, form("f1"));
    EXPECT_EQ(again.case_number, first);
    EXPECT_TRUE(again.had_before);
    auto other = office_.receive(question(), form("f2"));
    EXPECT_NE(other.case_number, first);
    EXPECT_FALSE(other.had_before);
    EXPECT_EQ(office_.messages(MessageState::Open).size(), 2U);
    EXPECT_EQ(office_.message(first)->message, question());
}

TEST_F(OfficeTest, ClosesACaseOnceAndWritesDownWho) {
    auto number = office_.receive(question(), form("f1")).case_number;
    EXPECT_TRUE(office_.close_message(number, "Oddzwoniłam.", clerk_));
    EXPECT_FALSE(office_.close_message(number, "Drugi raz.", clerk_));
    EXPECT_FALSE(office_.close_message("222-222", "", clerk_));
    auto closed = office_.messages(MessageState::Closed);
    ASSERT_EQ(closed.size(), 1U);
    EXPECT_EQ(closed[0].closing_note, "Oddzwoniłam.");
    EXPECT_EQ(closed[0].closed_at, kNow + 1h);
    EXPECT_EQ(office_.audit(),
              (std::vector<AuditEntry>{{kNow + 1h, "anna", "message.close", number}}));
}

TEST_F(OfficeTest, RemovesWhatMustBeGoneAndNothingElse) {
    auto gone = office_.receive(question(), form("f1", "2026-11-28")).case_number;
    auto stays = office_.receive(question(), form("f2", "2026-11-29")).case_number;
    EXPECT_EQ(office_.purge(model::parse_date("2026-11-28").value(), clerk_).messages, 1U);
    EXPECT_FALSE(office_.message(gone));
    EXPECT_TRUE(office_.message(stays));
    ASSERT_EQ(office_.audit().size(), 1U);
    EXPECT_EQ(office_.audit()[0].subject, gone);
}

TEST_F(OfficeTest, TakesMessagesOfManyThreads) {
    std::vector<std::thread> threads;
    std::vector<std::set<std::string>> numbers(8);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        threads.emplace_back([this, i, &numbers] {
            for (int j = 0; j < 50; ++j) {
                auto id = std::to_string(i) + "-" + std::to_string(j);
                numbers[i].insert(office_.receive(question(), form(id)).case_number);
            }
        });
    }
    for (auto& thread : threads) thread.join();
    std::set<std::string> all;
    for (const auto& each : numbers) all.insert(each.begin(), each.end());
    EXPECT_EQ(all.size(), 400U);
    EXPECT_EQ(office_.messages(MessageState::Open).size(), 400U);
}

TEST_F(OfficeTest, IsReadableByItsOwnerOnly) {
    office_.receive(question(), form("f1"));
    using std::filesystem::perms;
    for (const auto* name : {"office.db", "office.db-wal"}) {
        auto mode = std::filesystem::status(folder_.path() / name).permissions();
        EXPECT_EQ(mode & (perms::group_all | perms::others_all), perms::none) << name;
    }
}

TEST_F(OfficeTest, SaysThatItCannotWriteWhileAnotherWriterStays) {
    SQLite::Database other{file_.string(), SQLite::OPEN_READWRITE};
    {
        SQLite::Transaction held{other, SQLite::TransactionBehavior::IMMEDIATE};
        EXPECT_THROW(office_.receive(question(), form("f1")), DatabaseError);
    }
    EXPECT_FALSE(office_.receive(question(), form("f1")).case_number.empty());
}

TEST(ReadOnlyOffice, SaysThatItCannotBeWritten) {
    tests::TemporaryFolder folder;
    auto file = folder.path() / "office.db";
    {
        Office{file}.receive(
            question(),
            {.form_id = "f1", .at = kNow, .purge_on = model::parse_date("2027-11-23").value()});
    }
    make_read_only(folder.path());
    {
        WithoutRootPrivileges unprivileged;
        EXPECT_THROW(
            {
                Office office{file};
                office.receive(question(),
                               {.form_id = "f2",
                                .at = kNow,
                                .purge_on = model::parse_date("2027-11-23").value()});
            },
            DatabaseError);
    }
    make_writable(folder.path());
    EXPECT_EQ(Office{file}.messages(MessageState::Open).size(), 1U) << "what was there stays";
}

TEST_F(OfficeTest, KeepsWhatItPromisedWhenItIsOpenedAgain) {
    auto number = office_.receive(question(), form("f1")).case_number;
    Office again{file_};
    EXPECT_TRUE(again.message(number));
    EXPECT_EQ(again.receive(question(), form("f1")).case_number, number);
}

TEST_F(OfficeTest, GivesOutAllThatItHasOfOnePersonAndNothingOfAnother) {
    auto by_mail = office_.receive(question(), form("f1")).case_number;
    auto other = question();
    other.email = "jan@example.org";
    office_.receive(other, form("f2"));
    auto called = question();
    called.email = "";
    called.phone = "+48999001020";
    auto by_phone = office_.receive(called, form("f3")).case_number;
    auto draft = office_.submissions().begin({.form_id = "f4",
                                              .email = "ania@example.org",
                                              .cards = "{}",
                                              .at = kNow,
                                              .purge_on = model::parse_date("2027-01-01").value()});

    auto file = office_.export_person("Ania@Example.org", "", clerk_);
    ASSERT_EQ(file.messages.size(), 1U);
    EXPECT_EQ(file.messages[0].case_number, by_mail);
    ASSERT_EQ(file.submissions.size(), 1U);
    EXPECT_EQ(file.submissions[0].case_number, draft);
    file = office_.export_person("", "+48999001020", clerk_);
    ASSERT_EQ(file.messages.size(), 1U);
    EXPECT_EQ(file.messages[0].case_number, by_phone);
    EXPECT_TRUE(file.submissions.empty());
    EXPECT_TRUE(office_.export_person("", "", clerk_).messages.empty());
    EXPECT_EQ(office_.audit().size(), 3U);
    EXPECT_EQ(office_.audit().front().action, "person.export");
}

TEST_F(OfficeTest, ErasesOnePersonAndWritesDownWhichCasesThatWere) {
    auto gone = office_.receive(question(), form("f1")).case_number;
    auto other = question();
    other.email = "jan@example.org";
    auto stays = office_.receive(other, form("f2")).case_number;
    auto file = office_.erase_person("ania@example.org", "", clerk_);
    EXPECT_EQ(file.messages.size(), 1U);
    EXPECT_FALSE(office_.message(gone));
    EXPECT_TRUE(office_.message(stays));
    ASSERT_EQ(office_.audit().size(), 1U);
    EXPECT_EQ(office_.audit()[0].action, "person.erase");
    EXPECT_EQ(office_.audit()[0].subject, gone);
}

TEST_F(OfficeTest, TellsWhatIsLookedForOftenEnoughAndNothingElse) {
    auto day = [](const char* text) { return *model::parse_date(text); };
    office_.add_search_counts({{day("2026-11-20"), "psycholog", 3, 4},
                               {day("2026-11-21"), "odwyk", 6, 0},
                               {day("2026-11-21"), "jan kowalski", 4, 0}});
    office_.add_search_counts({{day("2026-11-21"), "psycholog", 5, 7}});
    office_.add_search_counts({{day("2026-11-21"), "psycholog", 1, 8}});
    auto totals = office_.search_totals(day("2026-11-01"), day("2026-11-30"));
    ASSERT_EQ(totals.size(), 2U);
    EXPECT_EQ(totals[0], (model::SearchTotal{"psycholog", 9, 8}));
    EXPECT_EQ(totals[1], (model::SearchTotal{"odwyk", 6, 0}));
    EXPECT_TRUE(office_.search_totals(day("2026-11-20"), day("2026-11-20")).empty());
}

TEST_F(OfficeTest, ForgetsRareSearchesAfterAYear) {
    auto day = [](const char* text) { return *model::parse_date(text); };
    office_.add_search_counts(
        {{day("2025-11-20"), "jan kowalski", 4, 0}, {day("2025-11-20"), "klub", 9, 2}});
    office_.purge(day("2026-11-21"), {"nocny", kNow});
    // One more would make five, had the four been kept.
    office_.add_search_counts({{day("2026-11-21"), "jan kowalski", 1, 0}});
    auto totals = office_.search_totals(day("2025-01-01"), day("2026-12-31"));
    ASSERT_EQ(totals.size(), 1U);
    EXPECT_EQ(totals[0].query, "klub");
}

}  // namespace
}  // namespace okienko::db
