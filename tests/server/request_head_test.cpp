#include "server/request_head.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace okienko::server {
namespace {

int refusal_of(const std::string& lines) {
    return read_request_head("GET / HTTP/1.1\r\nHost: x\r\n" + lines + "\r\n").refusal;
}

TEST(RequestHead, PlainRequestIsReadWhole) {
    const auto head = read_request_head(
        "POST /kontakt?x=1 HTTP/1.1\r\nHost: cus.example\r\ncontent-length: 12\r\nX-A:  b c "
        "\r\n\r\n");
    EXPECT_EQ(head.refusal, 0);
    EXPECT_EQ(head.method, "POST");
    EXPECT_EQ(head.target, "/kontakt?x=1");
    EXPECT_EQ(head.body_length, 12U);
    EXPECT_EQ(head.headers.back(), (Header{"X-A", "b c"}));
}

TEST(RequestHead, WhatTwoProgramsCouldReadInTwoWaysIsRefused) {
    const std::vector<std::pair<std::string, int>> cases{
        {"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", 400},
        {"Content-Length: 5\r\nContent-Length: 5\r\n", 400},
        {"Content-Length: abc\r\n", 400},
        {"Content-Length: -1\r\n", 400},
        {"Content-Length: 5, 5\r\n", 400},
        {"Content-Length:\r\n", 400},
        {"Content-Length: 99999999999999999999999\r\n", 400},
        {"Content-Length : 5\r\n", 400},
        {" Content-Length: 5\r\n", 400},
        {"X: a\r\n\tfolded\r\n", 400},
        {"X: a\nContent-Length: 5\r\n", 400},
        {"X: a\rContent-Length: 5\r\n", 400},
        {std::string("X: a\0b\r\n", 8), 400},
        {"no colon\r\n", 400},
        {": nameless\r\n", 400},
        {"Host: y\r\n", 400},
        {"Transfer-Encoding: chunked\r\n", 411},
        {"transfer-encoding: identity\r\n", 411},
        {"Content-Encoding: gzip\r\n", 415},
        {"Range: bytes=0-1,2-3\r\n", 416},
        {"Range: bytes=0-1\r\nRange: bytes=2-3\r\n", 416},
        {"Range: bytes=0-1\r\n", 0},
        {"Content-Length: 0\r\n", 0},
        {"", 0},
    };
    for (const auto& [lines, status] : cases) EXPECT_EQ(refusal_of(lines), status) << lines;
}

TEST(RequestHead, OddRequestLinesAreRefused) {
    for (const auto* line : {"GET /",
                             "GET  / HTTP/1.1",
                             "GET /a b HTTP/1.1",
                             "GET / HTTP/2.0",
                             "GET * HTTP/1.1",
                             "GET http://x/ HTTP/1.1",
                             "GET nothing HTTP/1.1",
                             " GET / HTTP/1.1",
                             "G(T / HTTP/1.1",
                             ""}) {
        const auto head = read_request_head(std::string{line} + "\r\nHost: x\r\n\r\n");
        EXPECT_EQ(head.refusal, 400) << line;
    }
}

TEST(RequestHead, RequestWithoutHostIsRefused) {
    EXPECT_EQ(read_request_head("GET / HTTP/1.1\r\n\r\n").refusal, 400);
}

TEST(RequestHead, HeadCutShortIsRefused) {
    EXPECT_EQ(read_request_head("").refusal, 400);
    EXPECT_EQ(read_request_head("GET / HTTP/1.1\r\nHost: x\r\n").refusal, 400);
}

TEST(RequestHead, FieldsHaveANumberLimit) {
    std::string lines;
    for (int i = 0; i < 99; ++i) lines += "X: y\r\n";
    EXPECT_EQ(refusal_of(lines), 0);
    EXPECT_EQ(refusal_of(lines + "X: y\r\n"), 431);
}

}  // namespace
}  // namespace okienko::server
