#include "server/request_log.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace okienko::server {
namespace {

constexpr std::chrono::system_clock::time_point kMoment{std::chrono::seconds{784111777}};

TEST(RequestLog, LineHoldsTimeMethodPathStatusAndMilliseconds) {
    EXPECT_EQ(log_line({kMoment, "GET", "/uslugi/", 200, std::chrono::microseconds{1340}}),
              "1994-11-06T08:49:37Z GET /uslugi/ 200 1.3ms");
}

TEST(RequestLog, NobodyCanWriteALineOfTheirOwn) {
    EXPECT_EQ(log_line({kMoment, "GET", "/a\r\n b\x1b[1m", 404, {}}),
              "1994-11-06T08:49:37Z GET /a???b?[1m 404 0.0ms");
    EXPECT_EQ(failure_line(kMoment, "ABCDEF", "two\nlines"),
              "1994-11-06T08:49:37Z failure ABCDEF: two lines");
}

TEST(RequestLog, RequestThatWasNotUnderstoodHasDashes) {
    EXPECT_EQ(log_line({kMoment, "", "", 400, {}}), "1994-11-06T08:49:37Z - - 400 0.0ms");
}

TEST(RequestLog, PrivateLinkIsNotWrittenDown) {
    EXPECT_EQ(log_line({kMoment, "GET", "/zgloszenie/SecretToken", 200, {}}),
              "1994-11-06T08:49:37Z GET /zgloszenie/- 200 0.0ms");
    EXPECT_EQ(log_line({kMoment, "POST", "/zgloszenie/SecretToken/usluga-1/nazwa", 303, {}}),
              "1994-11-06T08:49:37Z POST /zgloszenie/-/usluga-1/nazwa 303 0.0ms");
}

TEST(RequestLog, EndlessPathIsCut) {
    EXPECT_LT(log_line({kMoment, "GET", std::string(9000, 'a'), 404, {}}).size(), 300U);
}

}  // namespace
}  // namespace okienko::server
