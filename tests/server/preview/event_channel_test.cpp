#include "server/preview/event_channel.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "tests/server/running_server.hpp"

namespace okienko::server {
namespace {

using namespace std::chrono_literals;

constexpr const char* kRequest = "GET /zdarzenia HTTP/1.1\r\nHost: x\r\n\r\n";

class EventChannelTest : public testing::Test {
  protected:
    EventChannelTest() {
        ServerOptions options;
        options.workers = 2;
        options.events = &channel;
        running = std::make_unique<RunningServer>(
            [](const Request&) {
                Response response;
                response.body = "page";
                return response;
            },
            options);
    }

    /// A page that has been told that it may listen.
    [[nodiscard]] std::unique_ptr<RawClient> listener() const {
        auto client = std::make_unique<RawClient>(running->port());
        client->send(kRequest);
        static_cast<void>(client->receive_until("retry: 500\n\n"));
        return client;
    }

    /// True when there are as many listeners, at the latest in three seconds.
    [[nodiscard]] bool has_listeners(std::size_t count) const {
        for (int i = 0; i < 300 && channel.listeners() != count; ++i) {
            std::this_thread::sleep_for(10ms);
        }
        return channel.listeners() == count;
    }

    EventChannel channel{"/zdarzenia"};
    std::unique_ptr<RunningServer> running;
};

TEST_F(EventChannelTest, TellsEveryListenerAtOnce) {
    const auto one = listener();
    const auto two = listener();
    ASSERT_TRUE(has_listeners(2));
    channel.tell("nowe wydanie");
    for (const auto& each : {one.get(), two.get()}) {
        const auto text = each->receive_until("nowe wydanie\n\n");
        EXPECT_TRUE(text.starts_with("HTTP/1.1 200 OK\r\n")) << text;
        EXPECT_NE(text.find("Content-Type: text/event-stream\r\n"), std::string::npos) << text;
        EXPECT_TRUE(text.ends_with("data: nowe wydanie\n\n")) << text;
    }
}

TEST_F(EventChannelTest, TellsTheNewestToWhomeverJoinsLater) {
    channel.tell("stare");
    channel.tell("nowe");
    const auto text = listener()->receive_until("nowe");
    EXPECT_EQ(text.find("stare"), std::string::npos) << text;
}

TEST_F(EventChannelTest, ListenersHoldNoWorker) {
    std::vector<std::unique_ptr<RawClient>> listeners;
    for (int i = 0; i < 20; ++i) listeners.push_back(listener());
    EXPECT_TRUE(has_listeners(20));
    EXPECT_TRUE(running->ask("GET", "/").ends_with("page")) << "two workers, both free";
}

TEST_F(EventChannelTest, ForgetsThoseWhoHaveGone) {
    for (int i = 0; i < 10; ++i) static_cast<void>(listener());
    const auto last = listener();
    channel.tell("do ostatniego");
    EXPECT_NE(last->receive_until("ostatniego").find("ostatniego"), std::string::npos);
    EXPECT_LE(channel.listeners(), 2U) << "the last, and perhaps one that left just then";
}

TEST_F(EventChannelTest, LetsGoOfTheOldestOfTooMany) {
    std::vector<std::unique_ptr<RawClient>> listeners;
    listeners.push_back(listener());
    ASSERT_TRUE(has_listeners(1)) << "so that this is the oldest";
    for (int i = 1; i < 64; ++i) listeners.push_back(listener());
    ASSERT_TRUE(has_listeners(64));
    const auto one_more = listener();
    static_cast<void>(listeners.front()->receive_until_closed());
    EXPECT_TRUE(listeners.front()->closed());
    channel.tell("dalej");
    EXPECT_NE(one_more->receive_until("dalej").find("dalej"), std::string::npos);
    EXPECT_EQ(channel.listeners(), 64U);
}

TEST_F(EventChannelTest, DoesNotHoldUpAServerThatStops) {
    const auto one = listener();
    EXPECT_LT(running->stop(), 2s);
}

TEST_F(EventChannelTest, OtherAddressesAndMethodsAreOrdinaryRequests) {
    EXPECT_TRUE(running->ask("GET", "/zdarzenia2").ends_with("page"));
    EXPECT_TRUE(running->ask("HEAD", "/zdarzenia").starts_with("HTTP/1.1 200"));
    EXPECT_EQ(channel.listeners(), 0U);
}

}  // namespace
}  // namespace okienko::server
