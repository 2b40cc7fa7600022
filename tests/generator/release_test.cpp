#include "generator/release.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "generator/file_tree.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::generator {
namespace {

namespace fs = std::filesystem;
using tests::TemporaryFolder;

std::string publish(const fs::path& site,
                    const std::string& id,
                    std::string_view text,
                    int keep = 5) {
    ReleaseWriter writer{site, id};
    writer.write("index.html", text);
    writer.write("uslugi/a/index.html", text);
    return writer.publish(keep);
}

std::vector<std::string> ids(const fs::path& site) {
    std::vector<std::string> all;
    for (const auto& release : releases(site)) {
        all.push_back(release.id + (release.current ? "*" : ""));
    }
    return all;
}

using Strings = std::vector<std::string>;

TEST(Release, BecomesCurrentOnlyWhenPublished) {
    TemporaryFolder site;
    publish(site.path(), "1", "old");
    {
        ReleaseWriter writer{site.path(), "2"};
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
    { ReleaseWriter writer{site.path(), "1"}; }
    EXPECT_TRUE(fs::is_empty(site / "releases"));
}

TEST(Release, ClearsAwayTheRemainsOfAKilledBuild) {
    TemporaryFolder site;
    fs::create_directories(site / "releases/.unfinished-0/uslugi");
    publish(site.path(), "1", "x");
    EXPECT_FALSE(fs::exists(site / "releases/.unfinished-0"));
}

TEST(Release, KeepsTheNewestAndNeverDropsTheCurrentOne) {
    TemporaryFolder site;
    for (auto id : {"1", "2", "3"}) publish(site.path(), id, id, 2);
    EXPECT_EQ(ids(site.path()), (Strings{"2", "3*"}));
    roll_back(site.path(), {});
    EXPECT_EQ(ids(site.path()), (Strings{"2*", "3"}));
}

TEST(Release, TakesAnotherNameWhenTwoAreMadeInOneSecond) {
    TemporaryFolder site;
    publish(site.path(), "1", "a");
    EXPECT_EQ(publish(site.path(), "1", "b"), "1-02");
    EXPECT_EQ(ids(site.path()), (Strings{"1", "1-02*"}));
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
    ReleaseWriter first{site.path(), "1"};
    EXPECT_THROW((ReleaseWriter{site.path(), "2"}), FileError);
    EXPECT_THROW(roll_back(site.path(), {}), FileError);
}

}  // namespace
}  // namespace okienko::generator
