#include "server/preview/preview_site.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "tests/contains.hpp"
#include "tests/server/published_site.hpp"

namespace okienko::server {
namespace {

Request asking(const std::string& path, std::vector<Header> headers = {}) {
    headers.push_back({"Host", "localhost:8080"});
    return {.method = "GET", .path = path, .query = "", .headers = std::move(headers)};
}

std::string text_of(const Response& response) {
    if (const auto* text = std::get_if<std::string>(&response.body)) return *text;
    return "a file as it is";
}

constexpr std::string_view kTags =
    "<link rel=\"stylesheet\" href=\"/.okienko/panel.css\">\n"
    "<script src=\"/.okienko/reload.js\" data-release=\"20261122T143000Z\" defer></script>\n";

class PreviewSiteTest : public testing::Test {
  protected:
    PreviewSiteTest() {
        published.write("1", "index.html", "<head><title>Ą</title></head><body>home</body>");
        published.write("1", "404.html", "<head></head>no such page");
        published.write("1", "zasoby/okienko.css", "body{}");
        published.publish("1");
        site.show("20261122T143000Z");
    }

    PublishedSite published;
    PreviewSite site{published.current()};
};

TEST_F(PreviewSiteTest, EveryPageCarriesTheScriptWithItsRelease) {
    const auto page = site.answer(asking("/"));
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(text_of(page),
              "<head><title>Ą</title>" + std::string{kTags} + "</head><body>home</body>");
    EXPECT_EQ(page.header("Cache-Control"), "no-store");
    const auto missing = site.answer(asking("/nie-ma/"));
    EXPECT_EQ(missing.status, 404);
    EXPECT_TRUE(contains(text_of(missing), kTags)) << "it may be made meanwhile";
}

TEST_F(PreviewSiteTest, PagesComeWholeWhateverTheBrowserHas) {
    published.write("1", "index.html.gz", "compressed");
    const auto tag = StaticSite{published.current()}.answer(asking("/")).header("ETag");
    const auto page =
        site.answer(asking("/", {{"If-None-Match", tag}, {"Accept-Encoding", "gzip, br"}}));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(contains(text_of(page), kTags));
}

TEST_F(PreviewSiteTest, OtherFilesAndRedirectsStayAsTheyAre) {
    const auto styles = site.answer(asking("/zasoby/okienko.css"));
    EXPECT_EQ(text_of(styles), "a file as it is");
    EXPECT_EQ(site.answer(asking("/index.html")).status, 308);
}

TEST_F(PreviewSiteTest, ItsOwnFilesAreThere) {
    const auto script = site.answer(asking("/.okienko/reload.js"));
    EXPECT_EQ(script.header("Content-Type"), "text/javascript; charset=utf-8");
    EXPECT_TRUE(contains(text_of(script), "EventSource('/.okienko/events')"));
    const auto styles = site.answer(asking("/.okienko/panel.css"));
    EXPECT_EQ(styles.header("Content-Type"), "text/css; charset=utf-8");
    EXPECT_EQ(site.events().path(), "/.okienko/events");
}

TEST_F(PreviewSiteTest, TheReportIsThereUntilABuildSucceeds) {
    const std::string report = "content/kontakt.md:3:1: nieznany klucz „titel”\n";
    site.show_failure(report);
    EXPECT_EQ(text_of(site.answer(asking("/.okienko/report"))), report);
    EXPECT_TRUE(contains(text_of(site.answer(asking("/"))), kTags)) << "the last good site stays";
    site.show("20261122T143100Z");
    EXPECT_EQ(text_of(site.answer(asking("/.okienko/report"))), "");
    EXPECT_TRUE(contains(text_of(site.answer(asking("/"))), "data-release=\"20261122T143100Z\""));
}

TEST(PreviewSite, WaitsWhileThereIsNothingToShow) {
    const PublishedSite nothing;
    PreviewSite site{nothing.current()};
    const auto page = site.answer(asking("/uslugi/"));
    EXPECT_EQ(page.status, 503);
    EXPECT_TRUE(contains(text_of(page), "jeszcze nie jest gotowy"));
    EXPECT_TRUE(contains(text_of(page), "data-release=\"\" defer></script>\n</head>"));
    nothing.write("1", "uslugi/index.html", "services");
    nothing.publish("1");
    EXPECT_EQ(site.answer(asking("/uslugi/")).status, 200);
}

TEST_F(PreviewSiteTest, AnswersOnlyUnderThisMachinesNames) {
    const auto status = [this](const std::string& host) {
        Request request;
        request.headers = {{"Host", host}};
        return site.answer(request).status;
    };
    for (const auto* host :
         {"localhost", "localhost:8080", "127.0.0.1:8080", "127.1.2.3", "[::1]", "[::1]:8080"}) {
        EXPECT_EQ(status(host), 200) << host;
    }
    for (const auto* host : {"",
                             "cus.example",
                             "cus.example:8080",
                             "127.0.0.1.cus.example",
                             "localhost.example",
                             "10.0.0.1",
                             "[::2]:8080"}) {
        EXPECT_EQ(status(host), 403) << host;
    }
}

}  // namespace
}  // namespace okienko::server
