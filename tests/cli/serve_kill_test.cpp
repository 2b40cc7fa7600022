#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "db/office.hpp"
#include "tests/cli/served_centre.hpp"

/// What was acknowledged is there: the real program, real requests, real kills.
namespace okienko::tests {
namespace {

using namespace std::chrono_literals;

constexpr int kRounds = 20;
constexpr int kVisitors = 8;
constexpr int kFormsOfEach = 6;

struct Form {
    std::string mark;  ///< Stands in its text, and nowhere else.
    std::string path;
    std::string body;
};

class KilledServer : public testing::Test {
  protected:
    std::vector<Form> forms_of(int round, int visitor) const {
        std::vector<Form> forms;
        for (int i = 0; i < kFormsOfEach; ++i) {
            auto mark = "znak-" + std::to_string(round) + "-" + std::to_string(visitor) + "-" +
                        std::to_string(i);
            if (i % 3 == 2) {
                forms.push_back({mark,
                                 "/zglos-usluge",
                                 "formularz=" + centre_.token("/zglos-usluge") + "&email=" + mark +
                                     "%40example.org"});
            } else if (i % 3 == 0) {
                forms.push_back(
                    {mark,
                     "/napisz",
                     "formularz=" + centre_.token("/napisz") +
                         "&imie=Ania&email=ania%40example.org&temat=T&wiadomosc=" + mark});
            } else {
                forms.push_back({mark,
                                 "/opinia",
                                 "formularz=" + centre_.token("/opinia?ocena=2") +
                                     "&ocena=2&powod-too_long=tak&opis=" + mark});
            }
        }
        return forms;
    }

    /// Sends every form, some of them twice as a double click does, until nobody answers.
    void send(const std::vector<Form>& forms) {
        for (const auto& form : forms) {
            bool twice = form.mark.back() % 3 == 0;
            for (int click = 0; click < (twice ? 2 : 1); ++click) {
                auto answer = centre_.post(form.path, form.body);
                if (!answer) return;
                // The head may have come while the rest was lost: the visitor was told.
                if (status_of(answer) == 303) {
                    std::lock_guard lock{mutex_};
                    acknowledged_.insert(form.mark);
                } else {
                    ADD_FAILURE() << answer->substr(0, 300);
                }
            }
        }
    }

    TemporaryFolder folder_;
    ServedCentre centre_{folder_.path()};
    std::mutex mutex_;
    std::set<std::string> acknowledged_;
};

TEST_F(KilledServer, KeepsWhatItAcknowledgedExactlyOnce) {
    std::mt19937 random{20261128};
    std::uniform_int_distribution<int> moment{0, 400};
    std::size_t sent = 0;
    for (int round = 0; round < kRounds; ++round) {
        centre_.start();
        std::vector<std::vector<Form>> forms;
        for (int i = 0; i < kVisitors; ++i) forms.push_back(forms_of(round, i));
        sent += kVisitors * kFormsOfEach;
        std::this_thread::sleep_for(4100ms);  // Nobody fills a form in more quickly.
        std::vector<std::thread> visitors;
        for (const auto& each : forms) visitors.emplace_back([this, &each] { send(each); });
        std::this_thread::sleep_for(std::chrono::milliseconds{moment(random)});
        centre_.kill();
        for (auto& visitor : visitors) visitor.join();
    }
    EXPECT_GT(acknowledged_.size(), 20U) << "killed too early to prove anything";
    EXPECT_LT(acknowledged_.size(), sent) << "killed too late to prove anything";

    db::Office office{centre_.office()};
    std::map<std::string, int> kept;
    std::set<std::string> numbers;
    std::set<std::string> waiting;
    for (const auto& mail :
         office.due_mails(std::chrono::sys_days{std::chrono::year{2999} / 1 / 1}, 100'000)) {
        EXPECT_TRUE(waiting.insert(mail.case_number).second) << "two mails of " << mail.case_number;
    }
    for (const auto& each : office.messages(model::MessageState::Open)) {
        ++kept[each.message.text];
        EXPECT_TRUE(numbers.insert(each.case_number).second) << each.case_number;
        if (each.message.kind != model::MessageKind::Contact) continue;
        // Its confirmation waits, or has been written; killed between, it is written again.
        bool written = false;
        if (std::filesystem::exists(folder_.path() / "outbox")) {
            for (const auto& file :
                 std::filesystem::directory_iterator{folder_.path() / "outbox"}) {
                auto name = file.path().filename().string();
                written = written || name.find(each.case_number) != std::string::npos;
            }
        }
        EXPECT_TRUE(written || waiting.contains(each.case_number)) << each.case_number;
    }
    for (const auto& each : office.submissions().in_states({model::SubmissionState::Draft})) {
        ++kept[each.email.substr(0, each.email.find('@'))];
        EXPECT_TRUE(numbers.insert(each.case_number).second) << each.case_number;
    }
    for (const auto& mark : acknowledged_) EXPECT_EQ(kept[mark], 1) << mark;
    for (const auto& [mark, times] : kept) EXPECT_LE(times, 1) << mark;
}

}  // namespace
}  // namespace okienko::tests
