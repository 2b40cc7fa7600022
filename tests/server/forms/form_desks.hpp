#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "db/office.hpp"
#include "server/contact/contact_desk.hpp"
#include "server/feedback/feedback_desk.hpp"
#include "server/outdated/outdated_desk.hpp"
#include "server/submission/submission_desk.hpp"
#include "server/submission/submission_doors.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::server {

/// The demo centre with nothing published: pages are drawn from its sources, read once.
const std::shared_ptr<const generator::LiveSite>& demo_site();

/// A clock that only a test turns; server threads read it.
class TurnedClock {
  public:
    [[nodiscard]] std::chrono::system_clock::time_point now() const {
        return std::chrono::system_clock::time_point{std::chrono::seconds{seconds_}};
    }
    TurnedClock& operator+=(std::chrono::seconds time) {
        seconds_ += time.count();
        return *this;
    }

  private:
    std::atomic<std::int64_t> seconds_{1'795'420'800};
};

/// The desks of all forms over an office of their own, at a clock that the test turns.
class FormDesks : public testing::Test {
  protected:
    FormDesks();

    Response ask(const std::string& method,
                 const std::string& path,
                 const std::string& query = "",
                 const std::string& body = "",
                 std::vector<Header> headers = {});

    static std::string html(const Response& response) {
        return std::get<std::string>(response.body);
    }

    /// The token of a form that is shown now.
    std::string token(const std::string& path, const std::string& query = "");
    /// The token in a page.
    static std::string token_in(const std::string& page);

    /// What comes of a form that a person filled in within a minute.
    Response send(const std::string& path,
                  const std::string& body,
                  std::vector<Header> headers = {});

    /// Nothing of kScripts (hostile_values.hpp) is markup in this page.
    static void expect_no_markup(const std::string& answer) {
        for (const auto* mark : {"<script>ZLE",
                                 "<img src=x",
                                 "<svg/onload",
                                 "\" autofocus onfocus=\"ZLE",
                                 "<!--ZLE",
                                 "href=\"javascript",
                                 "href=\"//zly"}) {
            EXPECT_EQ(answer.find(mark), std::string::npos) << mark;
        }
    }

    [[nodiscard]] std::vector<model::ReceivedMessage> kept() const {
        return office_.messages(model::MessageState::Open);
    }
    [[nodiscard]] FormGate::Parts parts();

    tests::TemporaryFolder folder_;
    TurnedClock now_;
    std::string client_ = "192.0.2.1";
    std::mutex log_mutex_;
    std::string log_;
    std::atomic<int> mails_ = 0;
    db::Office office_{folder_.path() / "office.db"};
    Metrics metrics_;
    LiveSites live_{folder_.path() / "current", [] { return demo_site(); }};
    MessageTray tray_{office_, [this] { ++mails_; }};
    ContactDesk contact_{live_, tray_, parts()};
    OutdatedDesk outdated_{live_, tray_, parts()};
    FeedbackDesk feedback_{live_, tray_, parts()};
    SubmissionDoors doors_{
        {.live = live_, .office = office_, .gate = parts(), .mail_waits = [this] { ++mails_; }}};
    SubmissionDesk desk_{{.live = live_,
                          .office = office_,
                          .gate = parts(),
                          .mail_waits = [this] { ++mails_; },
                          .preview = [](const auto&) { return demo_site(); }}};
    std::vector<Route> all_;
    Routes routes_;
};

}  // namespace okienko::server
