#include "server/preview/input_watcher.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <future>
#include <memory>
#include <string>
#include <thread>

#include "tests/temporary_folder.hpp"

namespace okienko::server {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

void write(const fs::path& file, std::string_view text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

/// A centre's folder, watched from the beginning of the test on.
class InputWatcherTest : public testing::Test {
  protected:
    InputWatcherTest() {
        write(content() / "kontakt.md", "one");
        write(folder / "okienko.toml", "one");
    }

    [[nodiscard]] fs::path content() const { return folder / "content"; }

    void watch(Patience patience = {}) {
        watcher = std::make_unique<InputWatcher>(
            Inputs{{folder / "okienko.toml", folder / "catalogue.db", folder / "catalogue.db-wal"},
                   {content(), folder / "themes"}},
            patience);
    }

    /// What has changed, relative to the folder; gives up after ten seconds.
    [[nodiscard]] Paths changed() const {
        StopFlag stop;
        std::promise<void> found;
        std::thread patience([&stop, found = found.get_future()] {
            if (found.wait_for(10s) == std::future_status::timeout) stop.raise();
        });
        Paths names;
        for (const auto& path : watcher->wait_for_change(stop)) {
            names.push_back(path.lexically_relative(folder.path()).generic_string());
        }
        found.set_value();
        patience.join();
        return names;
    }

    /// True when only the file that this very question writes has changed.
    [[nodiscard]] bool nothing_changed() {
        write(content() / "znak.md", std::to_string(++signs));
        return changed() == Paths{"content/znak.md"};
    }

    tests::TemporaryFolder folder;
    std::unique_ptr<InputWatcher> watcher;
    int signs = 0;
};

TEST_F(InputWatcherTest, SeesAFileWrittenInPlace) {
    watch();
    write(content() / "kontakt.md", "two");
    EXPECT_EQ(changed(), Paths{"content/kontakt.md"});
    EXPECT_TRUE(nothing_changed()) << "once is enough";
}

TEST_F(InputWatcherTest, SeesAFileReplacedByRenaming) {
    watch();
    write(content() / ".kontakt.md.tmp", "two");
    fs::rename(content() / ".kontakt.md.tmp", content() / "kontakt.md");
    EXPECT_EQ(changed(), Paths{"content/kontakt.md"});
    write(folder / "okienko.toml.new", "two");
    fs::rename(folder / "okienko.toml.new", folder / "okienko.toml");
    EXPECT_EQ(changed(), Paths{"okienko.toml"});
    write(folder / "okienko.toml", "three");
    EXPECT_EQ(changed(), Paths{"okienko.toml"}) << "the new file is watched like the old one";
}

TEST_F(InputWatcherTest, SeesAFileRemovedAndMadeAgain) {
    watch();
    fs::remove(content() / "kontakt.md");
    EXPECT_EQ(changed(), Paths{"content/kontakt.md"});
    write(content() / "kontakt.md", "one");
    EXPECT_EQ(changed(), Paths{"content/kontakt.md"});
}

TEST_F(InputWatcherTest, SeesWhatIsPutIntoNewFolders) {
    watch();
    write(content() / "o-nas/zespol/index.md", "new");
    EXPECT_EQ(changed(), Paths{"content/o-nas/zespol/index.md"});
    write(content() / "o-nas/zespol/index.md", "newer");
    EXPECT_EQ(changed(), Paths{"content/o-nas/zespol/index.md"});
    write(folder / "themes/wlasny/styles/10.css", "a{}");
    EXPECT_EQ(changed(), Paths{"themes/wlasny/styles/10.css"}) << "no themes at first";
}

TEST_F(InputWatcherTest, SeesAWholeTreeExchanged) {
    watch();
    write(folder / "new/nowa.md", "new");
    fs::rename(content(), folder / "old");
    fs::rename(folder / "new", content());
    EXPECT_EQ(changed(), (Paths{"content/kontakt.md", "content/nowa.md"}));
    write(content() / "nowa.md", "newer");
    EXPECT_EQ(changed(), Paths{"content/nowa.md"});
    write(folder / "old/kontakt.md", "nobody reads this");
    EXPECT_TRUE(nothing_changed());
}

TEST_F(InputWatcherTest, SeesWritesToADatabaseThatStaysOpen) {
    watch();
    std::ofstream log(folder / "catalogue.db-wal", std::ios::binary);
    EXPECT_TRUE(nothing_changed()) << "an empty log says nothing";
    log << "page" << std::flush;
    EXPECT_EQ(changed(), Paths{"catalogue.db-wal"});
    write(folder / "catalogue.db-shm", "readers write here");
    EXPECT_TRUE(nothing_changed());
}

TEST_F(InputWatcherTest, PassesOverWhatEditorsLeaveForAMoment) {
    watch();
    write(content() / "4913", "");
    fs::remove(content() / "4913");
    write(content() / ".kontakt.md.swp", "swap");
    write(content() / ".git/index", "git");
    write(folder / "notatki.txt", "beside the inputs");
    EXPECT_TRUE(nothing_changed());
}

TEST_F(InputWatcherTest, SeesATouchedFileAndOneThatBecomesReadable) {
    watch();
    fs::last_write_time(content() / "kontakt.md", fs::file_time_type::clock::now() + 1h);
    EXPECT_EQ(changed(), Paths{"content/kontakt.md"});
    fs::permissions(content() / "kontakt.md", fs::perms::owner_read);
    EXPECT_EQ(changed(), Paths{"content/kontakt.md"});
}

TEST_F(InputWatcherTest, AnswersOnceForManyFilesWrittenTogether) {
    watch({.quiet = 150ms, .most = 5s});
    for (int i = 0; i < 200; ++i) write(content() / (std::to_string(i) + ".md"), "text");
    EXPECT_EQ(changed().size(), 200U);
    EXPECT_TRUE(nothing_changed());
}

TEST_F(InputWatcherTest, AnswersAfterAWhileThoughSomebodyKeepsWriting) {
    watch({.quiet = 100ms, .most = 200ms});
    std::atomic<bool> done = false;
    std::thread writer([&] {
        for (int i = 0; !done; ++i) {
            write(content() / "kontakt.md", std::to_string(i));
            std::this_thread::sleep_for(10ms);
        }
    });
    EXPECT_EQ(changed(), Paths{"content/kontakt.md"});
    done = true;
    writer.join();
}

TEST_F(InputWatcherTest, RemembersWhatHappensBetweenTwoQuestions) {
    watch();
    write(content() / "kontakt.md", "two");
    EXPECT_EQ(changed(), Paths{"content/kontakt.md"});
    write(content() / "kontakt.md", "during a build");
    std::this_thread::sleep_for(200ms);
    EXPECT_EQ(changed(), Paths{"content/kontakt.md"});
}

/// More events than the kernel keeps (fs.inotify.max_queued_events): it drops the rest, among them
/// the one about the file that matters.
TEST_F(InputWatcherTest, MissesNothingWhenTheQueueOverflows) {
    std::size_t most = 0;
    std::ifstream("/proc/sys/fs/inotify/max_queued_events") >> most;
    if (most == 0 || most > 100'000) GTEST_SKIP() << "too long a queue to fill: " << most;
    watch();
    for (std::size_t i = 0; i <= most / 2; ++i) {
        const auto name = content() / (i % 2 == 0 ? "a" : "b");
        std::ofstream{name}.close();
        fs::remove(name);
    }
    write(content() / "kontakt.md", "two");
    EXPECT_EQ(changed(), Paths{"content/kontakt.md"});
}

TEST_F(InputWatcherTest, StopsWaiting) {
    watch();
    StopFlag stop;
    std::thread stopper([&] {
        std::this_thread::sleep_for(50ms);
        stop.raise();
    });
    EXPECT_TRUE(watcher->wait_for_change(stop).empty());
    stopper.join();
}

}  // namespace
}  // namespace okienko::server
