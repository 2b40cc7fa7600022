#include "generator/release_tidying.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <map>
#include <optional>

#include "generator/descriptor.hpp"
#include "generator/file_tree.hpp"
#include "generator/incremental/build_record.hpp"
#include "generator/release_writer.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::generator {
namespace {

namespace fs = std::filesystem;
using tests::TemporaryFolder;
using Strings = std::vector<std::string>;
using Files = std::map<std::string, std::string>;

/// Publishes the files with their record, as a build does.
void publish(const fs::path& site, const std::string& id, const Files& files) {
    ReleaseWriter writer{site, id, {}};
    BuildRecord record;
    record.release = id;
    for (const auto& [address, bytes] : files) {
        writer.write(address.substr(1), bytes);
        record.files.push_back({address, {}, {}, {}, fingerprint_of_bytes(bytes), bytes.size()});
    }
    writer.finish({}, {});
    RecordDraft{ReleasePlaces{site}.record(id), record}.publish();
    writer.publish();
}

/// A site large enough to get a spare copy.
Files many_files(const std::string& text) {
    Files files{{"/index.html", text}};
    for (int i = 0; i < 2500; ++i) files["/uslugi/u" + std::to_string(i) + "/index.html"] = "u";
    return files;
}

Strings names(const fs::path& folder) {
    Strings all;
    for (const auto& entry : fs::directory_iterator{folder}) {
        all.push_back(entry.path().filename().string());
    }
    std::sort(all.begin(), all.end());
    return all;
}

TEST(Tidying, KeepsTheNewestAndNeverDropsTheCurrentRelease) {
    TemporaryFolder site;
    for (auto id : {"1", "2", "3", "4"}) publish(site.path(), id, {{"/index.html", id}});
    roll_back(site.path(), "2");
    tidy_releases(site.path(), 1);
    EXPECT_EQ(names(site / "releases"), (Strings{"2", "4"}));
    EXPECT_EQ(names(site / "records"), (Strings{"2.record", "4.record"}));
}

TEST(Tidying, ClearsAwayWhatKilledBuildsLeftAndNothingElse) {
    TemporaryFolder site;
    publish(site.path(), "1", {{"/index.html", "x"}});
    fs::create_directories(site / "releases/.unfinished-0/uslugi");
    fs::create_directories(site / "releases/.unfinished-2/uslugi");
    Descriptor running{site / "releases/.unfinished-2", O_RDONLY | O_DIRECTORY};
    ASSERT_TRUE(running.try_lock());
    tidy_releases(site.path(), 5);
    EXPECT_EQ(names(site / "releases"), (Strings{".unfinished-2", "1"}));
}

TEST(Tidying, ClearsAwayWhatWasLeftWhileAnotherOneWasAtWork) {
    TemporaryFolder site;
    publish(site.path(), "1", {{"/index.html", "x"}});
    std::optional<Descriptor> another;
    another.emplace(site / ".tidy.lock", O_RDWR | O_CREAT, 0644);
    ASSERT_TRUE(another->try_lock());
    fs::create_directories(site / "releases/.unfinished-0/uslugi");
    auto second = std::async(std::launch::async, [&] { tidy_releases(site.path(), 1); });
    EXPECT_EQ(second.wait_for(std::chrono::milliseconds{200}), std::future_status::timeout);
    another.reset();
    second.get();
    EXPECT_EQ(names(site / "releases"), (Strings{"1"}));
}

TEST(Tidying, GivesASmallSiteNoSpareCopy) {
    TemporaryFolder site;
    publish(site.path(), "1", {{"/index.html", "x"}});
    tidy_releases(site.path(), 5);
    EXPECT_EQ(names(site / "releases"), (Strings{"1"}));
}

TEST(Tidying, GivesALargeSiteASpareCopyInHardLinks) {
    TemporaryFolder site;
    publish(site.path(), "1", many_files("x"));
    tidy_releases(site.path(), 5);
    EXPECT_EQ(names(site / "releases"), (Strings{".spare-1", "1"}));
    EXPECT_EQ(tests::difference(tests::read_tree(site / "releases/1"),
                                tests::read_tree(site / "releases/.spare-1")),
              "");
    EXPECT_TRUE(fs::equivalent(site / "releases/1/uslugi/u7/index.html",
                               site / "releases/.spare-1/uslugi/u7/index.html"));
}

TEST(Tidying, TurnsAReleaseThatHasServedItsTimeIntoTheSpareCopy) {
    TemporaryFolder site;
    auto old = many_files("old");
    old["/tylko-dawniej/index.html"] = "old";
    publish(site.path(), "1", old);
    auto fresh = many_files("new");
    fresh["/tylko-teraz/index.html"] = "new";
    publish(site.path(), "2", fresh);
    tidy_releases(site.path(), 1);
    EXPECT_EQ(names(site / "releases"), (Strings{".spare-2", "2"}));
    EXPECT_EQ(tests::difference(tests::read_tree(site / "releases/2"),
                                tests::read_tree(site / "releases/.spare-2")),
              "");
    EXPECT_FALSE(fs::exists(site / "releases/.spare-2/tylko-dawniej"));
    // What did not differ was left where it was, and not linked anew.
    EXPECT_FALSE(fs::equivalent(site / "releases/2/uslugi/u7/index.html",
                                site / "releases/.spare-2/uslugi/u7/index.html"));
}

TEST(Tidying, DoesNothingWhereNothingWasPublished) {
    TemporaryFolder site;
    tidy_releases(site / "brak", 5);
    EXPECT_FALSE(fs::exists(site / "brak"));
}

}  // namespace
}  // namespace okienko::generator
