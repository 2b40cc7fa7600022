#include "server/static_site.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "tests/server/published_site.hpp"

namespace okienko::server {
namespace {

namespace fs = std::filesystem;

std::string body_of(const Response& response) {
    if (const auto* text = std::get_if<std::string>(&response.body)) return *text;
    const auto& slice = std::get<FileSlice>(response.body);
    std::string bytes(slice.length, '\0');
    bytes.resize(slice.file->read_at(slice.offset, bytes.data(), bytes.size()));
    return bytes;
}

class StaticSiteTest : public testing::Test {
  protected:
    StaticSiteTest() {
        published.write("1", "index.html", "home");
        published.write("1", "404.html", "no such page");
        published.write("1", "uslugi/klub/index.html", "club");
        published.write("1", "zasoby/okienko.3f2a07c1d2e3f4a5.css", "body{}");
        published.write("1", "dokumenty/regulamin.pdf", "0123456789");
        published.publish("1");
    }

    [[nodiscard]] Response get(std::string path, std::vector<Header> headers = {}) const {
        return StaticSite{published.current()}.answer(
            {"GET", std::move(path), "", std::move(headers)});
    }

    PublishedSite published;
};

TEST_F(StaticSiteTest, FolderWithSlashIsItsIndex) {
    const auto response = get("/uslugi/klub/");
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(body_of(response), "club");
    EXPECT_EQ(response.header("Content-Type"), "text/html; charset=utf-8");
    EXPECT_EQ(body_of(get("/")), "home");
}

TEST_F(StaticSiteTest, FolderWithoutSlashLeadsToItAndKeepsTheQuery) {
    const auto response =
        StaticSite{published.current()}.answer({"GET", "/uslugi/klub", "dzien=mo&x=%C5%BC", {}});
    EXPECT_EQ(response.status, 308);
    EXPECT_EQ(response.header("Location"), "/uslugi/klub/?dzien=mo&x=%C5%BC");
}

TEST_F(StaticSiteTest, IndexAskedForByNameLeadsToItsFolder) {
    EXPECT_EQ(get("/uslugi/klub/index.html").header("Location"), "/uslugi/klub/");
    EXPECT_EQ(get("/index.html").header("Location"), "/");
}

TEST_F(StaticSiteTest, LocationIsEncoded) {
    published.write("1", "sprawy/zażółć \"x\"/index.html", "x");
    EXPECT_EQ(get("/sprawy/zażółć \"x\"").header("Location"),
              "/sprawy/za%C5%BC%C3%B3%C5%82%C4%87%20%22x%22/");
}

TEST_F(StaticSiteTest, UnknownPathIsTheSitesOwn404) {
    for (const auto* path : {"/nie-ma", "/nie-ma/", "/uslugi/", "/index.html/x", "/404.html"}) {
        const auto response = get(path);
        EXPECT_EQ(response.status, 404) << path;
        EXPECT_EQ(body_of(response), "no such page") << path;
        EXPECT_EQ(response.header("Content-Type"), "text/html; charset=utf-8") << path;
    }
}

TEST_F(StaticSiteTest, SiteWithoutA404PageAnswersInPlainText) {
    fs::remove(published.release("1") / "404.html");
    const auto response = get("/nie-ma");
    EXPECT_EQ(response.status, 404);
    EXPECT_EQ(body_of(response), "404\n");
    EXPECT_EQ(response.header("Content-Type"), "text/plain; charset=utf-8");
}

TEST_F(StaticSiteTest, NothingOutsideTheReleaseExists) {
    std::ofstream(published.site() / "secret.txt") << "secret";
    published.write("2", "secret.txt", "secret");
    const std::vector<std::string> paths{"/../secret.txt",
                                         "/../../secret.txt",
                                         "/../2/secret.txt",
                                         "/uslugi/../../2/secret.txt",
                                         "/./index.html",
                                         "//index.html",
                                         "//etc/passwd",
                                         "/etc/passwd",
                                         "/uslugi//klub/",
                                         "/..",
                                         "/.",
                                         "/...",
                                         "/..\\secret.txt",
                                         std::string("/index.html\0.png", 16),
                                         "/" + std::string(5000, 'a'),
                                         ""};
    for (const auto& path : paths) EXPECT_EQ(get(path).status, 404) << path;
}

TEST_F(StaticSiteTest, DotFilesAndWhatIsInsideDotFoldersDoNotExist) {
    published.write("1", ".htpasswd", "secret");
    published.write("1", ".git/config", "secret");
    published.write("1", "uslugi/.notatki.txt", "secret");
    for (const auto* path : {"/.htpasswd", "/.git/config", "/.git", "/uslugi/.notatki.txt"}) {
        EXPECT_EQ(get(path).status, 404) << path;
    }
}

TEST_F(StaticSiteTest, SymbolicLinksInsideAReleaseAreNotFollowed) {
    std::ofstream(published.site() / "secret.txt") << "secret";
    fs::create_symlink("../../secret.txt", published.release("1") / "link.txt");
    fs::create_directory_symlink("../..", published.release("1") / "folder");
    EXPECT_EQ(get("/link.txt").status, 404);
    EXPECT_EQ(get("/folder/secret.txt").status, 404);
    EXPECT_EQ(get("/folder").status, 404);
}

TEST_F(StaticSiteTest, FifoIsNotAFileAndDoesNotHoldTheVisitor) {
    ASSERT_EQ(::mkfifo((published.release("1") / "fifo").c_str(), 0600), 0);
    EXPECT_EQ(get("/fifo").status, 404);
}

TEST_F(StaticSiteTest, UnchangedFileIs304WithItsTagAndCachingButNoBody) {
    const auto first = get("/uslugi/klub/");
    const auto tag = first.header("ETag");
    ASSERT_FALSE(tag.empty());
    for (const auto& known : {tag, std::string{"*"}, "\"other\", W/" + tag, "\"a\" ," + tag}) {
        const auto again = get("/uslugi/klub/", {{"If-None-Match", known}});
        EXPECT_EQ(again.status, 304) << known;
        EXPECT_EQ(again.header("ETag"), tag);
        EXPECT_EQ(again.header("Cache-Control"), "no-cache");
        EXPECT_EQ(body_of(again), "");
    }
    EXPECT_EQ(get("/uslugi/klub/", {{"If-None-Match", "\"other\""}}).status, 200);
}

TEST_F(StaticSiteTest, DateOfTheFileIsEnoughFor304UnlessTheTagDiffers) {
    const auto modified = get("/").header("Last-Modified");
    EXPECT_EQ(get("/", {{"If-Modified-Since", modified}}).status, 304);
    EXPECT_EQ(get("/", {{"If-Modified-Since", modified}, {"If-None-Match", "\"x\""}}).status, 200);
    EXPECT_EQ(get("/", {{"If-Modified-Since", "Sun, 06 Nov 1994 08:49:37 GMT"}}).status, 200);
}

TEST_F(StaticSiteTest, RollbackShowsAtOnceThoughTheFileIsOlder) {
    using namespace std::chrono_literals;
    fs::last_write_time(published.release("1") / "index.html",
                        fs::file_time_type::clock::now() - 1h);
    published.write("2", "index.html", "newer home");
    const StaticSite site{published.current()};
    published.publish("2");
    const auto newer = site.answer({"GET", "/", "", {}});
    EXPECT_EQ(body_of(newer), "newer home");
    published.publish("1");
    const auto back =
        site.answer({"GET", "/", "", {{"If-Modified-Since", newer.header("Last-Modified")}}});
    EXPECT_EQ(back.status, 200);
    EXPECT_EQ(body_of(back), "home");
    EXPECT_EQ(site.answer({"GET", "/", "", {{"If-None-Match", newer.header("ETag")}}}).status, 200);
}

TEST_F(StaticSiteTest, FileHardLinkedIntoTheNextReleaseKeepsItsTag) {
    published.write("2", "404.html", "");
    fs::create_hard_link(published.release("1") / "index.html",
                         published.release("2") / "index.html");
    const auto before = get("/").header("ETag");
    published.publish("2");
    EXPECT_EQ(get("/").header("ETag"), before);
}

TEST_F(StaticSiteTest, OnlyHashedAssetsAreCachedForEver) {
    published.write("1", "zasoby/logo.svg", "<svg/>");
    published.write("1", "zasoby/okienko.3f2a07c1d2e3f4aX.css", "");
    EXPECT_EQ(get("/zasoby/okienko.3f2a07c1d2e3f4a5.css").header("Cache-Control"),
              "public, max-age=31536000, immutable");
    EXPECT_EQ(get("/zasoby/logo.svg").header("Cache-Control"), "no-cache");
    EXPECT_EQ(get("/zasoby/okienko.3f2a07c1d2e3f4aX.css").header("Cache-Control"), "no-cache");
}

TEST_F(StaticSiteTest, ContentTypesFollowTheName) {
    const std::vector<std::pair<std::string, std::string>> expected{
        {"kanal.xml", "application/atom+xml; charset=utf-8"},
        {"sitemap.xml", "application/xml"},
        {"termin.ics", "text/calendar; charset=utf-8"},
        {"zasoby/x.js", "text/javascript; charset=utf-8"},
        {"film.mp4", "video/mp4"},
        {"manifest.webmanifest", "application/manifest+json"},
        {"cos.nieznane", "application/octet-stream"},
        {"bezkropki", "application/octet-stream"},
    };
    for (const auto& [path, type] : expected) {
        published.write("1", path, "x");
        EXPECT_EQ(get("/" + path).header("Content-Type"), type) << path;
    }
}

TEST_F(StaticSiteTest, CompressedSiblingGoesToWhoPrefersIt) {
    published.write("1", "uslugi/klub/index.html.br", "BR");
    published.write("1", "uslugi/klub/index.html.gz", "GZ");
    const std::vector<std::pair<std::string, std::string>> expected{
        {"gzip, deflate, br", "br"},
        {"gzip", "gzip"},
        {"br;q=0, gzip", "gzip"},
        {"br;q=0.2, gzip;q=0.8", "gzip"},
        {"*", "br"},
        {"br;q=0, *;q=0", ""},
        {"", ""},
    };
    for (const auto& [accepts, encoding] : expected) {
        const auto response = get("/uslugi/klub/", {{"Accept-Encoding", accepts}});
        EXPECT_EQ(response.header("Content-Encoding"), encoding) << accepts;
        EXPECT_EQ(response.header("Vary"), "Accept-Encoding") << accepts;
        EXPECT_EQ(response.header("Content-Type"), "text/html; charset=utf-8");
    }
    EXPECT_EQ(body_of(get("/uslugi/klub/", {{"Accept-Encoding", "br"}})), "BR");
    EXPECT_NE(get("/uslugi/klub/", {{"Accept-Encoding", "br"}}).header("ETag"),
              get("/uslugi/klub/").header("ETag"));
    EXPECT_EQ(get("/", {{"Accept-Encoding", "br"}}).header("Vary"), "") << "there is one file only";
}

TEST_F(StaticSiteTest, RangeIsAPartOfTheFile) {
    const std::vector<std::pair<std::string, std::string>> expected{
        {"bytes=2-4", "234"},
        {"bytes=7-", "789"},
        {"bytes=-2", "89"},
        {"bytes=5-99", "56789"},
        {"bytes=-99", "0123456789"},
    };
    for (const auto& [range, bytes] : expected) {
        const auto response = get("/dokumenty/regulamin.pdf", {{"Range", range}});
        EXPECT_EQ(response.status, 206) << range;
        EXPECT_EQ(body_of(response), bytes) << range;
    }
    EXPECT_EQ(get("/dokumenty/regulamin.pdf", {{"Range", "bytes=2-4"}}).header("Content-Range"),
              "bytes 2-4/10");
}

TEST_F(StaticSiteTest, RangeBeyondTheEndIs416AndNonsenseIsTheWholeFile) {
    const auto beyond = get("/dokumenty/regulamin.pdf", {{"Range", "bytes=10-"}});
    EXPECT_EQ(beyond.status, 416);
    EXPECT_EQ(beyond.header("Content-Range"), "bytes */10");
    EXPECT_EQ(get("/dokumenty/regulamin.pdf", {{"Range", "bytes=-0"}}).status, 416);
    for (const auto* range : {"bytes=4-2", "items=0-1", "bytes=a-b", "bytes=", "bytes=0-1,3-4"}) {
        EXPECT_EQ(get("/dokumenty/regulamin.pdf", {{"Range", range}}).status, 200) << range;
    }
}

TEST_F(StaticSiteTest, RangeOfAnotherVersionIsTheWholeFile) {
    const auto tag = get("/dokumenty/regulamin.pdf").header("ETag");
    EXPECT_EQ(get("/dokumenty/regulamin.pdf", {{"Range", "bytes=0-1"}, {"If-Range", tag}}).status,
              206);
    EXPECT_EQ(
        get("/dokumenty/regulamin.pdf", {{"Range", "bytes=0-1"}, {"If-Range", "\"x\""}}).status,
        200);
}

TEST_F(StaticSiteTest, OtherMethodsAre405AndSayWhichAreAllowed) {
    for (const auto* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT"}) {
        const auto response = StaticSite{published.current()}.answer({method, "/", "", {}});
        EXPECT_EQ(response.status, 405) << method;
        EXPECT_EQ(response.header("Allow"), "GET, HEAD") << method;
    }
}

TEST_F(StaticSiteTest, SiteThatWasNeverPublishedIsAFailure) {
    const StaticSite site{published.site() / "nothing"};
    EXPECT_THROW(site.answer({"GET", "/", "", {}}), std::system_error);
}

}  // namespace
}  // namespace okienko::server
