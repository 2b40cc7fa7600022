#include "server/header_values.hpp"

#include <gtest/gtest.h>

#include <string>

namespace okienko::server {
namespace {

TEST(HeaderValues, DateIsTheOneOfRfc9110) {
    EXPECT_EQ(http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
    EXPECT_EQ(http_date(1709164800), "Thu, 29 Feb 2024 00:00:00 GMT");
}

TEST(HeaderValues, WeightsDecideAboutEncodings) {
    EXPECT_EQ(encoding_weight("gzip, br", "br"), 1000);
    EXPECT_EQ(encoding_weight("gzip;q=0.5, BR ; Q=0.25", "br"), 250);
    EXPECT_EQ(encoding_weight("br;q=1.000", "br"), 1000);
    EXPECT_EQ(encoding_weight("br;q=0", "br"), 0);
    EXPECT_EQ(encoding_weight("br;q=nonsense", "br"), 0);
    EXPECT_EQ(encoding_weight("br;q=0.-71", "br"), 0);
    EXPECT_EQ(encoding_weight("br;q=0-71", "br"), 0);
    EXPECT_EQ(encoding_weight("*;q=0.1, gzip;q=0", "gzip"), 0);
    EXPECT_EQ(encoding_weight("*;q=0.1", "gzip"), 100);
    EXPECT_EQ(encoding_weight("brotli", "br"), 0);
    EXPECT_EQ(encoding_weight("", "br"), 0);
}

TEST(HeaderValues, PercentEncodingThereAndBack) {
    EXPECT_EQ(percent_decoded("/za%C5%BC%c3%b3%C5%82%C4%87"), "/zażółć");
    EXPECT_EQ(percent_encoded("/zażółć \\x"), "/za%C5%BC%C3%B3%C5%82%C4%87%20%5Cx");
    EXPECT_EQ(percent_decoded("/a+b"), "/a+b");
    EXPECT_EQ(percent_decoded("/%252e"), "/%2e") << "once, not twice";
    for (const auto* broken : {"/%", "/%4", "/%zz", "/%u0105", "/%-1"}) {
        EXPECT_EQ(percent_decoded(broken), std::nullopt) << broken;
    }
}

TEST(HeaderValues, RangeOfAnEmptyFileCannotBeSatisfied) {
    EXPECT_EQ(requested_range("bytes=0-", 0).kind, RangeAnswer::Kind::Unsatisfiable);
    EXPECT_EQ(requested_range("bytes=-5", 0).kind, RangeAnswer::Kind::Unsatisfiable);
    EXPECT_EQ(requested_range("", 0).kind, RangeAnswer::Kind::Whole);
}

TEST(HeaderValues, HugeNumbersDoNotOverflow) {
    const std::string most = "18446744073709551615";
    EXPECT_EQ(requested_range("bytes=0-" + most, 10),
              (RangeAnswer{RangeAnswer::Kind::Part, 0, 10}));
    EXPECT_EQ(requested_range("bytes=-" + most, 10), (RangeAnswer{RangeAnswer::Kind::Part, 0, 10}));
    EXPECT_EQ(requested_range("bytes=0-" + most + "0", 10).kind, RangeAnswer::Kind::Whole);
}

}  // namespace
}  // namespace okienko::server
