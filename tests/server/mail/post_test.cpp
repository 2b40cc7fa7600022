#include "server/mail/post.hpp"
#include "tests/now.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <gtest/gtest.h>

#include <atomic>

#include "tests/temporary_folder.hpp"

namespace okienko::server {
namespace {

using namespace std::chrono_literals;

/// Answers as it is told and counts what it was given.
class ScriptedSender : public MailSender {
  public:
    explicit ScriptedSender(SendResult result, std::atomic<int>& sent)
        : result_(std::move(result)), sent_(sent) {}
    SendResult send(const Mail& /*mail*/) override {
        ++sent_;
        return result_;
    }
    void stop() override {}

  private:
    SendResult result_;
    std::atomic<int>& sent_;
};

class PostTest : public testing::Test {
  protected:
    void write(const std::string& form, const std::string& recipient = "ania@example.org") {
        office_.receive(
            {.sender = "Ania", .subject = "S", .text = "T"},
            {.form_id = form,
             .at = kNow,
             .purge_on = model::parse_date("2027-11-23").value(),
             .confirmation = [&](const std::string&) {
                 return model::OutgoingMail{recipient, "pl", "Temat", "Treść", "<p>Treść</p>"};
             }});
    }
    std::unique_ptr<Post> post(SendResult result) {
        return std::make_unique<Post>(Post::Parts{
            .office = office_,
            .sender = std::make_unique<ScriptedSender>(std::move(result), sent_),
            .from = {{"CUS", MailAddress::parse("cus@example.org").value()}, std::nullopt},
            .log = [](std::string_view) {},
            .now = [] { return std::chrono::system_clock::time_point{kNow}; }});
    }
    /// Until it is so, or for three seconds.
    static bool eventually(const std::function<bool()>& so) {
        for (int i = 0; i < 300; ++i) {
            if (so()) return true;
            std::this_thread::sleep_for(10ms);
        }
        return false;
    }

    tests::TemporaryFolder folder_;
    db::Office office_{folder_.path() / "office.db"};
    std::atomic<int> sent_ = 0;
};

TEST_F(PostTest, CarriesOutWhatWaitsAndWhatComesLater) {
    write("f1");
    auto carrier = post({});
    EXPECT_TRUE(eventually([&] { return sent_ == 1; }));
    write("f2");
    carrier->wake();
    EXPECT_TRUE(eventually([&] { return !office_.next_mail_moment(); }));
    EXPECT_EQ(sent_, 2);
}

TEST_F(PostTest, TriesAgainLaterWhatCannotGoNow) {
    write("f1");
    auto carrier = post({Delivery::TryLater, "450"});
    auto later = [&] { return office_.due_mails(kNow + 1min, 9); };
    EXPECT_TRUE(eventually([&] { return later().size() == 1 && later()[0].remark == "450"; }));
    EXPECT_TRUE(office_.due_mails(kNow, 9).empty());
    EXPECT_EQ(later()[0].tries, 1);
}

TEST_F(PostTest, SendsNothingThatItCannotWriteDown) {
    write("f1");
    SQLite::Database other{(folder_.path() / "office.db").string(), SQLite::OPEN_READWRITE};
    std::optional<SQLite::Transaction> held;
    held.emplace(other, SQLite::TransactionBehavior::IMMEDIATE);
    auto carrier = post({});
    std::this_thread::sleep_for(500ms);
    EXPECT_EQ(sent_, 0) << "it would go again and again";
    held.reset();
    EXPECT_TRUE(eventually([&] { return !office_.next_mail_moment(); }));
    EXPECT_EQ(sent_, 1);
}

TEST_F(PostTest, LeavesForPeopleWhatIsRefused) {
    write("f1");
    write("f2", "to nie adres");
    auto carrier = post({Delivery::Refused, "550"});
    EXPECT_TRUE(eventually([&] { return office_.dead_mails().size() == 2; }));
    EXPECT_EQ(sent_, 1) << "what is no address is given to nobody";
    EXPECT_EQ(office_.dead_mails()[0].remark, "550");
}

TEST(NextTry, ComesLessAndLessOftenAndEndsAfterTwoDays) {
    EXPECT_EQ(next_try(kNow, kNow, 1), kNow + 1min);
    EXPECT_EQ(next_try(kNow, kNow, 2), kNow + 5min);
    EXPECT_EQ(next_try(kNow, kNow, 4), kNow + 1h);
    EXPECT_EQ(next_try(kNow, kNow + 5h, 9), kNow + 8h);
    EXPECT_EQ(next_try(kNow, kNow + 48h, 20), std::nullopt);
}

}  // namespace
}  // namespace okienko::server
