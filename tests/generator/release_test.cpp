#include "generator/release.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "generator/file_tree.hpp"
#include "generator/release_writer.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::generator {
namespace {

namespace fs = std::filesystem;
using tests::TemporaryFolder;
using Strings = std::vector<std::string>;

std::string publish(const fs::path& site, const std::string& id, std::string_view text) {
    ReleaseWriter writer{site, id, {}};
    writer.write("index.html", text);
    writer.write("uslugi/a/index.html", text);
    writer.finish({}, {});
    writer.publish();
    return writer.id();
}

Strings ids(const fs::path& site) {
    Strings all;
    for (const auto& release : releases(site)) {
        all.push_back(release.id + (release.current ? "*" : ""));
    }
    return all;
}

/// Names below releases/, hidden ones included.
Strings names(const fs::path& site) {
    Strings all;
    for (const auto& entry : fs::directory_iterator{site / "releases"}) {
        all.push_back(entry.path().filename().string());
    }
    std::sort(all.begin(), all.end());
    return all;
}

TEST(Release, BecomesCurrentOnlyWhenPublished) {
    TemporaryFolder site;
    publish(site.path(), "1", "old");
    {
        ReleaseWriter writer{site.path(), "2", {}};
        writer.write("index.html", "new");
        EXPECT_EQ(read_file(site / "current/index.html"), "old");
    }
    EXPECT_EQ(ids(site.path()), (Strings{"1*"}));
    publish(site.path(), "2", "new");
    EXPECT_EQ(read_file(site / "current/uslugi/a/index.html"), "new");
    EXPECT_EQ(ids(site.path()), (Strings{"1", "2*"}));
}

TEST(Release, LeavesNothingBehindWhenAbandoned) {
    TemporaryFolder site;
    { ReleaseWriter writer{site.path(), "1", {}}; }
    EXPECT_TRUE(fs::is_empty(site.path()));
    {
        ReleaseWriter writer{site.path(), "1", {}};
        writer.write("uslugi/a/index.html", "x");
    }
    EXPECT_TRUE(fs::is_empty(site / "releases"));
}

TEST(Release, TakesAnotherNameWhenTwoAreMadeInOneSecond) {
    TemporaryFolder site;
    publish(site.path(), "1", "a");
    EXPECT_EQ(publish(site.path(), "1", "b"), "1-02");
    EXPECT_EQ(ids(site.path()), (Strings{"1", "1-02*"}));
}

TEST(Release, SharesTheFilesThatStayWithTheOneBefore) {
    TemporaryFolder site;
    publish(site.path(), "1", "old");
    ReleaseWriter writer{site.path(), "2", "1"};
    writer.write("index.html", "new");
    writer.finish({"uslugi/a/index.html"}, {});
    writer.publish();
    EXPECT_EQ(read_file(site / "current/index.html"), "new");
    EXPECT_EQ(read_file(site / "releases/1/index.html"), "old");
    EXPECT_TRUE(fs::equivalent(site / "releases/1/uslugi/a/index.html",
                               site / "releases/2/uslugi/a/index.html"));
}

TEST(Release, IsMadeOfTheSpareCopyWithoutTouchingTheLiveOne) {
    TemporaryFolder site;
    publish(site.path(), "1", "old");
    fs::copy(site / "releases/1",
             site / "releases/.spare-1",
             fs::copy_options::recursive | fs::copy_options::create_hard_links);
    ReleaseWriter writer{site.path(), "2", "1"};
    writer.write("index.html", "new");
    writer.write("nowe/index.html", "new");
    writer.finish({}, {"uslugi/a/index.html"});
    writer.publish();
    EXPECT_EQ(names(site.path()), (Strings{"1", "2"}));
    EXPECT_EQ(read_file(site / "current/index.html"), "new");
    EXPECT_EQ(read_file(site / "current/nowe/index.html"), "new");
    EXPECT_FALSE(fs::exists(site / "current/uslugi"));
    EXPECT_EQ(read_file(site / "releases/1/index.html"), "old");
    EXPECT_EQ(read_file(site / "releases/1/uslugi/a/index.html"), "old");
}

TEST(RollBack, GoesToThePreviousReleaseOrTheNamedOne) {
    TemporaryFolder site;
    for (auto id : {"1", "2", "3"}) publish(site.path(), id, id);
    EXPECT_EQ(roll_back(site.path(), {}), "2");
    EXPECT_EQ(read_file(site / "current/index.html"), "2");
    EXPECT_EQ(roll_back(site.path(), {}), "1");
    EXPECT_EQ(roll_back(site.path(), {}), std::nullopt);
    EXPECT_EQ(roll_back(site.path(), "3"), "3");
    EXPECT_EQ(roll_back(site.path(), "nie-ma"), std::nullopt);
    EXPECT_EQ(read_file(site / "current/index.html"), "3");
}

TEST(RollBack, FindsNothingWhereNothingWasPublished) {
    TemporaryFolder site;
    EXPECT_EQ(roll_back(site / "brak", {}), std::nullopt);
    EXPECT_TRUE(releases(site / "brak").empty());
}

TEST(SiteLock, KeepsASecondBuildOut) {
    TemporaryFolder site;
    SiteLock first{site.path()};
    EXPECT_THROW(SiteLock{site.path()}, FileError);
    EXPECT_THROW(roll_back(site.path(), {}), FileError);
}

}  // namespace
}  // namespace okienko::generator
