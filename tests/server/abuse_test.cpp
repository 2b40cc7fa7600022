#include <gtest/gtest.h>

#include "server/client_address.hpp"
#include "server/form_token.hpp"
#include "server/rate_limit.hpp"
#include "server/same_origin.hpp"
#include "tests/now.hpp"

/// What keeps machines from filling the office with rubbish.
namespace okienko::server {
namespace {

using namespace std::chrono_literals;

TEST(FormTokens, SayWhichFormItIsAndSinceWhen) {
    FormTokens tokens;
    auto token = tokens.issue("contact", kNow);
    auto issued = tokens.read("contact", token);
    ASSERT_TRUE(issued);
    EXPECT_EQ(issued->issued_at, kNow);
    EXPECT_EQ(issued->id.size(), 22U);
    EXPECT_NE(tokens.read("contact", tokens.issue("contact", kNow))->id, issued->id);
}

TEST(FormTokens, CannotBeInventedChangedOrUsedForAnotherForm) {
    FormTokens tokens;
    auto token = tokens.issue("contact", kNow);
    EXPECT_FALSE(tokens.read("submission", token));
    EXPECT_FALSE(FormTokens{}.read("contact", token)) << "another key";
    for (std::size_t i = 0; i < token.size(); ++i) {
        auto changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(tokens.read("contact", changed)) << i;
    }
    for (const auto* text : {"", ".", "..", "a.b.c", "a"}) {
        EXPECT_FALSE(tokens.read("contact", text)) << text;
    }
    EXPECT_FALSE(tokens.read("contact", token + "x"));
}

TEST(RateLimit, LetsAVisitorDoSoMuchAtOnceAndThenBitByBit) {
    RateLimit limit{3, 60s};
    RateLimit::Time now{};
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(limit.allow("10.0.0.1", now));
    EXPECT_FALSE(limit.allow("10.0.0.1", now));
    EXPECT_TRUE(limit.allow("10.0.0.2", now)) << "somebody else";
    EXPECT_TRUE(limit.allow("10.0.0.1", now + 60s));
    EXPECT_FALSE(limit.allow("10.0.0.1", now + 60s));
}

TEST(RateLimit, ForgetsWhoHasWaitedLongEnough) {
    RateLimit limit{3, 60s};
    RateLimit::Time now{};
    for (int i = 0; i < 100; ++i) limit.allow("10.0.0." + std::to_string(i), now);
    EXPECT_EQ(limit.size(), 100U);
    limit.allow("10.0.1.1", now + 200s);
    EXPECT_EQ(limit.size(), 1U);
}

TEST(ClientAddress, IsTheNetworkOfAHousehold) {
    EXPECT_EQ(network_of("192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(network_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
    EXPECT_EQ(network_of("::1"), "::/64");
    EXPECT_EQ(network_of("192.0.2.7, 10.0.0.1"), "?");
    EXPECT_EQ(network_of(""), "?");
}

TEST(SameOrigin, IsWhatTheBrowserSays) {
    auto from = [](std::vector<Header> headers) {
        headers.push_back({"Host", "cus.example:8080"});
        Request request;
        request.headers = std::move(headers);
        return comes_from_own_page(request);
    };
    EXPECT_TRUE(from({}));
    EXPECT_TRUE(from({{"Sec-Fetch-Site", "same-origin"}}));
    EXPECT_FALSE(from({{"Sec-Fetch-Site", "cross-site"}}));
    EXPECT_FALSE(from({{"Sec-Fetch-Site", "same-site"}}));
    EXPECT_TRUE(from({{"Origin", "https://CUS.example:8080"}}));
    EXPECT_FALSE(from({{"Origin", "https://cus.example"}}));
    EXPECT_FALSE(from({{"Origin", "https://evil.example"}}));
    EXPECT_FALSE(from({{"Origin", "null"}}));
}

}  // namespace
}  // namespace okienko::server
