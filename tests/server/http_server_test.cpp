#include "server/http_server.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "server/security_headers.hpp"
#include "server/signals.hpp"
#include "server/static_site.hpp"
#include "tests/server/published_site.hpp"
#include "tests/server/raw_client.hpp"
#include "tests/server/running_server.hpp"

namespace okienko::server {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;
using testing::AssertionFailure;
using testing::AssertionResult;
using testing::AssertionSuccess;

AssertionResult contains(const std::string& text, const std::string& part) {
    if (text.find(part) != std::string::npos) return AssertionSuccess();
    return AssertionFailure() << "no \"" << part << "\" in:\n" << text.substr(0, 2000);
}

int count_of(const std::string& text, const std::string& part) {
    int count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

std::string large_text(std::size_t size) {
    std::string text;
    text.resize(size, 'x');
    return text;
}

class HttpServerTest : public testing::Test {
  protected:
    HttpServerTest() {
        published.write("1", "index.html", "home");
        published.write("1", "404.html", "no such page");
        published.write("1", "uslugi/index.html", "services");
        published.write("1", "pusty.txt", "");
        published.write("1", "regulamin.pdf", "0123456789");
        published.publish("1");
    }

    PublishedSite published;
    StaticSite files{published.current()};
    RunningServer running{[this](const Request& request) { return files.answer(request); }};
};

TEST_F(HttpServerTest, PageComesWithItsLengthTypeDateAndSecurityHeaders) {
    const auto answer = running.ask("GET", "/uslugi/?q=1", "Accept-Encoding: gzip, br\r\n");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
    EXPECT_TRUE(answer.ends_with("\r\n\r\nservices")) << answer;
    EXPECT_TRUE(contains(answer, "Content-Length: 8\r\n"));
    EXPECT_TRUE(contains(answer, "Content-Type: text/html; charset=utf-8\r\n"));
    EXPECT_TRUE(contains(answer, " GMT\r\n"));
    EXPECT_EQ(count_of(answer, "Content-Encoding"), 0) << "httplib must not compress";
    for (const auto& field : security_headers()) {
        EXPECT_EQ(count_of(answer, field.name + ": " + field.value + "\r\n"), 1) << answer;
    }
    EXPECT_EQ(count_of(answer, "unsafe-inline"), 0);
}

TEST_F(HttpServerTest, HeadIsTheSameWithoutTheBody) {
    const auto answer = running.ask("HEAD", "/uslugi/");
    EXPECT_TRUE(contains(answer, "Content-Length: 8\r\n"));
    EXPECT_TRUE(answer.ends_with("\r\n\r\n")) << answer;
}

TEST_F(HttpServerTest, EmptyFileHasLengthZero) {
    const auto answer = running.ask("GET", "/pusty.txt");
    EXPECT_TRUE(contains(answer, "Content-Length: 0\r\n"));
    EXPECT_TRUE(contains(answer, "Content-Type: text/plain; charset=utf-8\r\n"));
}

TEST_F(HttpServerTest, UnknownPageIsThe404PageWithSecurityHeaders) {
    const auto answer = running.ask("GET", "/nie-ma");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 404 "));
    EXPECT_TRUE(answer.ends_with("no such page"));
    EXPECT_TRUE(contains(answer, "Content-Security-Policy: default-src 'self'"));
}

TEST_F(HttpServerTest, FolderWithoutSlashIsRedirected) {
    const auto answer = running.ask("GET", "/uslugi?a=%C4%85&b=c=d");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 308 "));
    EXPECT_TRUE(contains(answer, "Location: /uslugi/?a=%C4%85&b=c=d\r\n"));
}

TEST_F(HttpServerTest, UnchangedPageIs304WithoutLengthOrBody) {
    const auto first = running.ask("GET", "/");
    const auto start = first.find("ETag: ") + 6;
    const auto tag = first.substr(start, first.find("\r\n", start) - start);
    const auto answer = running.ask("GET", "/", "If-None-Match: " + tag + "\r\n");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 304 "));
    EXPECT_TRUE(answer.ends_with("\r\n\r\n")) << answer;
    EXPECT_TRUE(contains(answer, "ETag: " + tag + "\r\n"));
    EXPECT_EQ(count_of(answer, "Content-Length"), 0);
}

TEST_F(HttpServerTest, OneRangeIs206AndTwoAreRefused) {
    const auto part = running.ask("GET", "/regulamin.pdf", "Range: bytes=2-4\r\n");
    EXPECT_TRUE(part.starts_with("HTTP/1.1 206 "));
    EXPECT_TRUE(contains(part, "Content-Range: bytes 2-4/10\r\n"));
    EXPECT_EQ(count_of(part, "Content-Range"), 1) << "once, although httplib knows ranges too";
    EXPECT_TRUE(contains(part, "Content-Length: 3\r\n"));
    EXPECT_TRUE(part.ends_with("\r\n\r\n234"));
    const auto two = running.ask("GET", "/regulamin.pdf", "Range: bytes=0-0,2-3\r\n");
    EXPECT_TRUE(two.starts_with("HTTP/1.1 416 "));
}

TEST_F(HttpServerTest, OtherMethodsAre405) {
    for (const auto* method : {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"}) {
        const auto answer = running.ask(method, "/");
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 405 ")) << answer;
        EXPECT_TRUE(contains(answer, "Allow: GET, HEAD\r\n"));
    }
}

TEST_F(HttpServerTest, NoPathLeavesTheRelease) {
    published.write("2", "secret.txt", "SECRET");
    published.write("1", ".htpasswd", "SECRET");
    for (const auto* target : {"/../2/secret.txt",
                               "/%2e%2e/2/secret.txt",
                               "/..%2f2%2fsecret.txt",
                               "/%2e%2e%2f2%2fsecret.txt",
                               "/..%5c2%5csecret.txt",
                               "/%252e%252e/2/secret.txt",
                               "/%c0%ae%c0%ae/2/secret.txt",
                               "/uslugi/../../2/secret.txt",
                               "/....//2/secret.txt",
                               "//2/secret.txt",
                               "/index.html%00.png",
                               "/%u002e%u002e/2/secret.txt",
                               "/.htpasswd",
                               "/%2ehtpasswd",
                               "/uslugi/../.htpasswd",
                               "http://x/.htpasswd"}) {
        const auto answer = running.ask("GET", target);
        EXPECT_EQ(count_of(answer, "SECRET"), 0) << target;
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 40")) << target << "\n" << answer;
    }
}

TEST_F(HttpServerTest, BodyOfAGetNeverBecomesTheNextRequest) {
    const std::string hidden = "GET /regulamin.pdf HTTP/1.1\r\nHost: x\r\n\r\n";
    for (const auto* method : {"GET", "HEAD", "POST", "OPTIONS"}) {
        std::string request = method;
        request += " / HTTP/1.1\r\nHost: x\r\nContent-Length: ";
        request += std::to_string(hidden.size());
        request += "\r\n\r\n";
        request += hidden;
        request += "GET /uslugi/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        const auto answer = running.say(request);
        EXPECT_EQ(count_of(answer, "HTTP/1.1 "), 2) << answer;
        EXPECT_EQ(count_of(answer, "0123456789"), 0) << "the hidden request was answered";
        EXPECT_TRUE(answer.ends_with("services"));
    }
}

TEST_F(HttpServerTest, WaitsForAWholeBodyAndSaysGoOnWhenAsked) {
    RawClient client(running.port());
    client.send(
        "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\n"
        "Content-Length: 6\r\n\r\n");
    EXPECT_TRUE(client.receive_until("100 Continue\r\n\r\n").ends_with("\r\n\r\n"));
    client.send("abc");
    client.send("def");
    const auto answer = client.receive_until_closed();
    EXPECT_EQ(count_of(answer, "HTTP/1.1 405 "), 1) << answer;
    EXPECT_EQ(count_of(answer, "100 Continue"), 1) << answer;
}

TEST(HttpServer, GivesUpOnABodyThatNeverComes) {
    ServerOptions options;
    options.times.body = 200ms;
    RunningServer running{[](const Request&) { return bare_response(200); }, options};
    const auto answer = running.say("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\nabc");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 408 ")) << answer;
}

TEST(HttpServer, HandsTheBodyToTheHandler) {
    RunningServer running{[](const Request& request) {
        auto response = bare_response(200);
        response.body = request.method + " " + request.body + " from " + request.client;
        return response;
    }};
    const auto answer = running.say(
        "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc");
    EXPECT_TRUE(answer.ends_with("POST abc from 127.0.0.1")) << answer;
}

TEST_F(HttpServerTest, AmbiguousFramingIsRefusedAndTheConnectionClosed) {
    const std::string hidden = "GET /regulamin.pdf HTTP/1.1\r\nHost: x\r\n\r\n";
    for (const auto* fields : {"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                               "Content-Length: 4\r\nContent-Length: 9\r\n",
                               "Content-Length: abc\r\n",
                               "Content-Length : 4\r\n",
                               "Transfer-Encoding: chunked\r\n",
                               "Content-Encoding: gzip\r\nContent-Length: 4\r\n"}) {
        const auto answer =
            running.say("POST / HTTP/1.1\r\nHost: x\r\n" + std::string{fields} + "\r\n" + hidden);
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 4")) << fields;
        EXPECT_EQ(count_of(answer, "HTTP/1.1 "), 1) << answer;
    }
}

TEST_F(HttpServerTest, RequestThatHttplibCannotReadEndsTheConnection) {
    const auto answer =
        running.say("GET /?a?b HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 400 ")) << answer;
    EXPECT_EQ(count_of(answer, "HTTP/1.1 "), 1) << answer;
}

TEST_F(HttpServerTest, RequestsSentTogetherAreAllAnsweredInOrder) {
    const std::string fields = " HTTP/1.1\r\nHost: x\r\n";
    const auto answer = running.say("GET /" + fields + "\r\nGET /uslugi/" + fields +
                                    "\r\nGET /nie-ma" + fields + "Connection: close\r\n\r\n");
    EXPECT_EQ(count_of(answer, "HTTP/1.1 200 "), 2);
    EXPECT_LT(answer.find("home"), answer.find("services"));
    EXPECT_LT(answer.find("services"), answer.find("no such page"));
}

TEST_F(HttpServerTest, ConnectionServesAHundredRequestsAndSaysWhenItEnds) {
    std::string requests;
    for (int i = 0; i < 101; ++i) requests += "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    const auto answer = running.say(requests);
    EXPECT_EQ(count_of(answer, "HTTP/1.1 200 "), 100);
    EXPECT_EQ(count_of(answer, "Connection: close"), 1);
}

TEST_F(HttpServerTest, AnswersSayHowLongTheConnectionStays) {
    const auto answer = running.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(count_of(answer, "\r\nKeep-Alive: timeout=1, max=100\r\n"), 1);
}

TEST_F(HttpServerTest, EndlessHeadIsRefused) {
    EXPECT_TRUE(running.ask("GET", "/", "X: " + std::string(20000, 'a') + "\r\n")
                    .starts_with("HTTP/1.1 431 "));
    EXPECT_TRUE(running.ask("GET", "/" + std::string(9000, 'a')).starts_with("HTTP/1.1 414 "));
}

TEST_F(HttpServerTest, BodyBeyondTheLimitIsRefusedBeforeItComes) {
    EXPECT_TRUE(
        running.ask("POST", "/", "Content-Length: 1000000000000\r\n").starts_with("HTTP/1.1 413 "));
}

TEST_F(HttpServerTest, RollbackIsVisibleAtOnceOnAnOpenConnection) {
    published.write("2", "index.html", "second home");
    RawClient client(running.port());
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(contains(client.receive_until("home"), "\r\n\r\nhome"));
    published.publish("2");
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(contains(client.receive_until("second home"), "second home"));
    published.publish("1");
    client.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(client.receive_until_closed().ends_with("\r\n\r\nhome"));
}

TEST_F(HttpServerTest, LargeFileArrivesWhole) {
    std::string bytes(5'000'000, 'x');
    for (std::size_t i = 0; i < bytes.size(); i += 997) bytes[i] = static_cast<char>('a' + i % 26);
    published.write("1", "film.mp4", bytes);
    const auto answer = running.ask("GET", "/film.mp4");
    EXPECT_EQ(answer.substr(answer.find("\r\n\r\n") + 4), bytes);
}

TEST_F(HttpServerTest, LogHasThePathButNotTheQuery) {
    static_cast<void>(running.ask("GET", "/uslugi/?q=depresja"));
    running.stop();
    EXPECT_TRUE(contains(running.log(), " GET /uslugi/ 200 "));
    EXPECT_EQ(count_of(running.log(), "depresja"), 0);
    EXPECT_EQ(count_of(running.log(), "127.0.0.1"), 0);
}

TEST_F(HttpServerTest, StopsQuicklyAlthoughVisitorsAreIdleHalfwayOrSlow) {
    published.write("1", "film.mp4", large_text(50'000'000));
    std::vector<std::unique_ptr<RawClient>> clients;
    clients.reserve(9);
    for (int i = 0; i < 9; ++i) clients.push_back(std::make_unique<RawClient>(running.port()));
    for (int i = 0; i < 3; ++i) {
        clients.at(static_cast<std::size_t>(i))->send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        static_cast<void>(clients.at(static_cast<std::size_t>(i))->receive_until("home"));
    }
    clients.at(3)->send("GET / HTTP/1.1\r\nHo");
    clients.at(4)->send("GET /film.mp4 HTTP/1.1\r\nHost: x\r\n\r\n");  // and never reads on
    static_cast<void>(clients.at(4)->receive_until("xxx"));
    EXPECT_LT(running.stop(), 2s);
}

TEST_F(HttpServerTest, StopLetsAVisitorFinishReading) {
    published.write("1", "film.mp4", large_text(20'000'000));
    RawClient client(running.port());
    client.send("GET /film.mp4 HTTP/1.1\r\nHost: x\r\n\r\n");
    static_cast<void>(client.receive_until("xxx"));
    std::thread stopper([this] { running.stop(); });
    const auto answer = client.receive_until_closed();
    stopper.join();
    EXPECT_EQ(answer.size() - answer.find("\r\n\r\n") - 4, 20'000'000U);
}

TEST(HttpServer, VisitorSlowToSendAHeadIsSentAway) {
    ServerOptions options;
    options.times.head = 200ms;
    RunningServer server([](const Request&) { return bare_response(200); }, options);
    RawClient client(server.port());
    const auto start = steady_clock::now();
    std::thread drip([&] {
        client.send("GET / HTTP/1.1\r\nX: ");
        for (int i = 0; i < 20; ++i) {
            std::this_thread::sleep_for(50ms);
            client.send("a");
        }
    });
    const auto answer = client.receive_until("408");
    EXPECT_LT(steady_clock::now() - start, 900ms);
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 408 ")) << answer;
    drip.join();
}

TEST(HttpServer, IdleVisitorsGiveTheirPlaceToOthers) {
    ServerOptions options;
    options.workers = 2;
    options.times.idle = 100ms;
    RunningServer server([](const Request&) { return bare_response(200); }, options);
    const RawClient first(server.port());
    const RawClient second(server.port());
    const auto start = steady_clock::now();
    EXPECT_TRUE(server.ask("GET", "/").starts_with("HTTP/1.1 200 "));
    EXPECT_LT(steady_clock::now() - start, 1s);
}

TEST(HttpServer, FailureShowsTheVisitorACodeAndTheLogTheReason) {
    ServerOptions options;
    options.failure_text = "Coś poszło nie tak. Kod:";
    RunningServer server(
        [](const Request& request) -> Response {
            if (request.path == "/number") throw 42;  // NOLINT: not every library throws exceptions
            throw std::runtime_error("office.db is malformed");
        },
        options);
    for (const auto* target : {"/", "/number"}) {
        const auto answer = server.ask("GET", target);
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 500 ")) << answer;
        EXPECT_EQ(count_of(answer, "malformed"), 0) << answer;
        EXPECT_EQ(count_of(answer, "EXCEPTION"), 0) << answer;
        const auto at = answer.find("Kod: ");
        ASSERT_NE(at, std::string::npos) << answer;
        const auto code = answer.substr(at + std::string{"Kod: "}.size(), 6);
        EXPECT_TRUE(contains(server.log(), "failure " + code + ": "));
    }
    EXPECT_TRUE(contains(server.log(), "office.db is malformed"));
}

TEST(HttpServer, HandlerSeesTheRequestAsItWasSent) {
    Request seen;
    RunningServer server([&](const Request& request) {
        seen = request;
        return bare_response(200);
    });
    static_cast<void>(server.ask("GET",
                                 "/za%C5%BC?a=b=c&d=%0d",
                                 "X-A: %0d%0a\r\nREMOTE_ADDR: 6.6.6.6\r\nRange: bytes=1-2\r\n"));
    server.stop();
    EXPECT_EQ(seen.path, "/zaż");
    EXPECT_EQ(seen.query, "a=b=c&d=%0d");
    EXPECT_EQ(seen.header("x-a"), "%0d%0a");
    EXPECT_EQ(seen.header("Range"), "bytes=1-2");
}

TEST(HttpServer, TakenPortIsExplainedInPolish) {
    RunningServer first([](const Request&) { return bare_response(200); });
    ServerOptions options;
    options.port = first.port();
    HttpServer second(options, [](const Request&) { return bare_response(200); });
    try {
        second.bind();
        FAIL() << "two servers on one port";
    } catch (const ServerError& error) {
        EXPECT_EQ(std::string{error.what()},
                  "Port " + std::to_string(first.port()) +
                      " jest zajęty. Zamknij program, który go używa, albo wybierz inny.");
    }
}

TEST(HttpServer, PublicAddressNeedsAProxyInFront) {
    const auto bind_to = [](const std::string& address, Exposure exposure) {
        ServerOptions options;
        options.address = address;
        options.port = 0;
        options.exposure = exposure;
        HttpServer server(options, [](const Request&) { return bare_response(200); });
        return server.bind();
    };
    EXPECT_THROW(bind_to("0.0.0.0", Exposure::LoopbackOnly), ServerError);
    EXPECT_THROW(bind_to("::", Exposure::LoopbackOnly), ServerError);
    EXPECT_THROW(bind_to("192.0.2.1", Exposure::LoopbackOnly), ServerError);
    EXPECT_GT(bind_to("0.0.0.0", Exposure::BehindProxy), 0);
    EXPECT_GT(bind_to("localhost", Exposure::LoopbackOnly), 0);
    EXPECT_GT(bind_to("127.0.0.2", Exposure::LoopbackOnly), 0);
}

TEST(HttpServer, StopBeforeRunIsNotForgotten) {
    ServerOptions options;
    options.port = 0;
    HttpServer server(options, [](const Request&) { return bare_response(200); });
    server.bind();
    server.stop();
    server.run();
}

TEST(StopSignals, TermAndInterruptStopTheServerInTime) {
    for (const int signal : {SIGTERM, SIGINT}) {
        ServerOptions options;
        options.port = 0;
        options.log = [](std::string_view) {};
        HttpServer server(options, [](const Request&) { return bare_response(200); });
        const int port = server.bind();
        const StopSignals signals([&] { server.stop(); });
        steady_clock::time_point sent;
        std::thread visitor([&] {
            RawClient client(port);
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            static_cast<void>(client.receive_until("200\n"));
            sent = steady_clock::now();
            ::kill(::getpid(), signal);
            static_cast<void>(client.receive_until_closed());
        });
        server.run();
        visitor.join();
        EXPECT_LT(steady_clock::now() - sent, 2s);
    }
}

}  // namespace
}  // namespace okienko::server
