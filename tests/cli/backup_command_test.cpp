#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <random>
#include <thread>

#include "backup/state_swap.hpp"
#include "db/catalogue_store.hpp"
#include "generator/file_tree.hpp"
#include "tests/backup/marked_centre.hpp"
#include "tests/contains.hpp"
#include "tests/killed_program.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::tests {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

const std::string kOldState = "przed-przywroceniem-20261116T090000Z";

/// A centre marked "stary" with an archive of it, and afterwards marked "nowy".
class BackupCommands : public testing::Test {
  protected:
    BackupCommands() {
        make_marked_centre(root, "stary");
        auto made = run({"backup", archive.string()});
        EXPECT_EQ(made.exit_code, 0) << made.err;
        make_marked_centre(root, "nowy");
    }

    [[nodiscard]] ProgramArguments in_centre(ProgramArguments arguments) const {
        arguments.insert(arguments.end(), {"--instance", root.string()});
        return arguments;
    }
    [[nodiscard]] ProgramResult run(const ProgramArguments& arguments) const {
        return run_program(in_centre(arguments), kFixedClock);
    }
    /// What the next command, whichever it is, finds there.
    [[nodiscard]] std::string mark_after_next_command() const {
        auto next = run({"releases"});
        EXPECT_EQ(next.exit_code, 0) << next.err;
        EXPECT_FALSE(backup::has_unsettled_swap(root));
        return mark_of(root);
    }
    /// True for no archive and for one that holds all of the centre.
    [[nodiscard]] bool absent_or_whole(const fs::path& file) const {
        if (!fs::exists(file)) return true;
        auto copy = folder / "sprawdzenie";
        fs::remove_all(copy);
        auto restored = run_program({"restore", file.string(), "--instance", copy.string()});
        EXPECT_EQ(restored.exit_code, 0) << restored.err;
        return mark_of(copy) == "nowy";
    }

    TemporaryFolder folder;
    fs::path root = folder / "centrum";
    fs::path archive = folder / "kopia.tar.gz";
};

// --- Reports ----------------------------------------------------------------------------------

TEST_F(BackupCommands, ReportInPolish) {
    auto made = run({"backup", (folder / "druga.tar.gz").string()});
    EXPECT_EQ(made.exit_code, 0);
    EXPECT_EQ(made.err, "");
    EXPECT_EQ(made.out,
              "Kopia zapasowa: " + (folder / "druga.tar.gz").string() +
                  " (0,1 MB)\n"
                  "W środku: 7 plików, 2 bazy danych. Bez site/: stronę zbuduje na nowo "
                  "okienko build.\n");
    auto restored = run({"restore", archive.string()});
    EXPECT_EQ(restored.exit_code, 0);
    EXPECT_EQ(restored.err, "");
    EXPECT_TRUE(contains(restored.out,
                         "Przywrócono stan z 16 listopada 2026, 10:00: 7 plików, 2 bazy danych.\n"))
        << restored.out;
    EXPECT_TRUE(contains(restored.out, "Dotychczasowy stan: " + (root / kOldState).string() + "\n"))
        << restored.out;
    EXPECT_TRUE(contains(restored.out, "okienko build --instance " + root.string()));
}

TEST_F(BackupCommands, TellTheWayBackInWordsThatWork) {
    ASSERT_EQ(run({"restore", archive.string()}).exit_code, 0);
    ASSERT_EQ(mark_of(root), "stary");
    auto way_back = (folder / "powrot.tar.gz").string();
    ASSERT_EQ(
        run_program({"backup", way_back, "--instance", (root / kOldState).string()}).exit_code, 0);
    ASSERT_EQ(run({"restore", way_back}).exit_code, 0);
    EXPECT_EQ(mark_of(root), "nowy");
}

TEST_F(BackupCommands, AnswerOneToArchivesThatAreNoGood) {
    auto taken = run({"backup", archive.string()});
    EXPECT_EQ(taken.exit_code, 1);
    EXPECT_EQ(taken.out, "");
    EXPECT_TRUE(contains(taken.err, "plik już istnieje")) << taken.err;
    generator::write_file(folder / "obce.tar.gz", "nie archiwum");
    auto foreign = run({"restore", (folder / "obce.tar.gz").string()});
    EXPECT_EQ(foreign.exit_code, 1);
    EXPECT_EQ(foreign.out, "");
    EXPECT_TRUE(contains(foreign.err, "to nie jest kopia zapasowa")) << foreign.err;
    EXPECT_TRUE(contains(foreign.err, "Niczego nie przywrócono")) << foreign.err;
    EXPECT_EQ(mark_of(root), "nowy");
}

TEST_F(BackupCommands, AnswerThreeToTheMachinesFailures) {
    EXPECT_EQ(run({"backup", (folder / "nie-ma/kopia.tar.gz").string()}).exit_code, 3);
    auto missing = run({"restore", (folder / "nie-ma.tar.gz").string()});
    EXPECT_EQ(missing.exit_code, 3);
    EXPECT_TRUE(contains(missing.err, "nie ma takiego pliku")) << missing.err;
}

TEST_F(BackupCommands, TellWhatWasSkipped) {
    fs::create_symlink("donikad", root / "content/link.md");
    auto made = run({"backup", (folder / "druga.tar.gz").string()});
    EXPECT_EQ(made.exit_code, 0);
    EXPECT_EQ(made.err, "Pominięto:\ncontent/link.md: dowiązanie donikąd\n");
}

TEST_F(BackupCommands, ShowABarOnlyAtATerminal) {
    auto made = run_in_terminal(in_centre({"backup", (folder / "druga.tar.gz").string()}));
    EXPECT_TRUE(contains(made.err, "█")) << made.err;
    EXPECT_TRUE(contains(made.err, " kB)")) << made.err;
    EXPECT_TRUE(made.err.ends_with("\r\x1b[K")) << testing::PrintToString(made.err);
}

TEST_F(BackupCommands, RestoreNothingUnderARunningServer) {
    fs::create_directories(root / "site/releases/1");
    fs::create_directory_symlink("releases/1", root / "site/current");
    RunningProgram serving{in_centre({"serve", "--port", "0"})};
    for (int i = 0; i < 1000 && !contains(serving.out_so_far(), "http://"); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    auto refused = run({"restore", archive.string()});
    EXPECT_EQ(refused.exit_code, 3);
    EXPECT_TRUE(contains(refused.err, "serve")) << refused.err;
    EXPECT_EQ(mark_of(root), "nowy");
    serving.kill();
    serving.wait();
    EXPECT_EQ(run({"restore", archive.string()}).exit_code, 0);
    EXPECT_EQ(mark_of(root), "stary");
}

// --- Killed at every point --------------------------------------------------------------------

TEST_F(BackupCommands, LeaveAnArchiveThatIsAbsentOrWholeWhereverABackupIsKilled) {
    auto file = folder / "kopie/kopia.tar.gz";
    fs::create_directory(folder / "kopie");
    int kills = 0;
    while (kill_at_change(kills + 1, in_centre({"backup", file.string()}))) {
        ++kills;
        ASSERT_TRUE(absent_or_whole(file)) << "killed at change " << kills;
        fs::remove(file);
    }
    EXPECT_GT(kills, 5);
    EXPECT_TRUE(absent_or_whole(file));
    // Nothing else is there: what the killed ones left has been cleared away.
    EXPECT_EQ(std::distance(fs::directory_iterator{folder / "kopie"}, fs::directory_iterator{}), 1);
}

/// Twice: the command that finishes the killed restore is killed, too.
TEST_F(BackupCommands, LeaveTheOldOrTheNewStateWhereverARestoreIsKilled) {
    int kills = 0;
    int finished_later = 0;
    int undone = 0;
    while (true) {
        fs::remove_all(root);
        make_marked_centre(root, "nowy");
        if (!kill_at_change(kills + 1, in_centre({"restore", archive.string()}))) break;
        ++kills;
        bool unsettled = backup::has_unsettled_swap(root);
        std::ignore = kill_at_change(1 + kills % 7, in_centre({"releases"}));
        auto mark = mark_after_next_command();
        ASSERT_TRUE(mark == "stary" || mark == "nowy")
            << "killed at change " << kills << ": " << mark;
        // What was there before is still there, whichever state has won.
        ASSERT_TRUE(mark == "nowy" || mark_of(root / kOldState) == "nowy") << kills;
        if (unsettled) ++(mark == "stary" ? finished_later : undone);
    }
    EXPECT_EQ(mark_of(root), "stary");
    // Otherwise the moments were badly chosen and the test has shown nothing.
    EXPECT_GT(finished_later, 10);
    EXPECT_GT(undone, 10);
}

// --- Killed at any moment, under load ---------------------------------------------------------

/// Somebody who goes on working: pages and the catalogue change all the time, and back.
class BusyOffice {
  public:
    explicit BusyOffice(const fs::path& root)
        : thread_([this, root] {
              const auto catalogue = db::read_catalogue(root / "catalogue.db");
              for (int i = 0; !stop_; ++i) {
                  db::write_catalogue(root / "catalogue.db", catalogue);
                  generator::write_file(root / "content/.nowy", "nowy");
                  fs::rename(root / "content/.nowy", root / "content/index.md");
                  ++rounds_;
              }
          }) {}
    BusyOffice(const BusyOffice&) = delete;
    BusyOffice& operator=(const BusyOffice&) = delete;
    ~BusyOffice() {
        stop_ = true;
        thread_.join();
    }
    [[nodiscard]] int rounds() const { return rounds_; }

  private:
    std::atomic<bool> stop_ = false;
    std::atomic<int> rounds_ = 0;
    std::thread thread_;
};

constexpr int kKills = 20;

TEST_F(BackupCommands, LeaveNoHalfAnArchiveWhenKilledUnderLoad) {
    fs::create_directory(folder / "kopie");
    auto file = folder / "kopie/kopia.tar.gz";
    auto started = steady_clock::now();
    ASSERT_EQ(run({"backup", file.string()}).exit_code, 0);
    auto duration = steady_clock::now() - started;
    std::mt19937 random{2026};
    std::uniform_real_distribution<double> moment{0.2, 1.2};
    int killed = 0;
    {
        BusyOffice office{root};
        for (int i = 0; i < kKills; ++i) {
            fs::remove(file);
            RunningProgram backing_up{in_centre({"backup", file.string()})};
            std::this_thread::sleep_for(duration * moment(random));
            backing_up.kill();
            killed += backing_up.wait().signal == SIGKILL ? 1 : 0;
            ASSERT_TRUE(absent_or_whole(file)) << "after kill " << i;
        }
        EXPECT_GT(office.rounds(), kKills);
        fs::remove(file);
    }
    EXPECT_GT(killed, kKills / 3);
    EXPECT_EQ(run({"backup", file.string()}).exit_code, 0);
    EXPECT_TRUE(absent_or_whole(file));
    EXPECT_EQ(std::distance(fs::directory_iterator{folder / "kopie"}, fs::directory_iterator{}), 1);
}

/// The load: other commands that want the same folder at the same time.
TEST_F(BackupCommands, LeaveTheOldOrTheNewStateWhenKilledUnderLoad) {
    auto other_archive = folder / "nowa.tar.gz";
    ASSERT_EQ(run({"backup", other_archive.string()}).exit_code, 0);
    auto started = steady_clock::now();
    ASSERT_EQ(run({"restore", archive.string()}).exit_code, 0);
    auto duration = steady_clock::now() - started;
    std::mt19937 random{2026};
    std::uniform_real_distribution<double> moment{0.2, 1.2};
    std::atomic<bool> stop = false;
    std::thread others([&] {
        while (!stop) {
            std::ignore = run({"releases"});
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
        }
    });
    int killed = 0;
    for (int i = 0; killed < kKills && i < 10 * kKills; ++i) {
        const auto& wanted = mark_of(root) == "stary" ? other_archive : archive;
        RunningProgram restoring{in_centre({"restore", wanted.string()}), kFixedClock};
        std::this_thread::sleep_for(duration * moment(random));
        restoring.kill();
        killed += restoring.wait().signal == SIGKILL ? 1 : 0;
        // The others may be settling it at this very moment.
        while (run({"releases"}).exit_code == 3) continue;
        auto mark = mark_of(root);
        EXPECT_TRUE(mark == "stary" || mark == "nowy") << "after kill " << i << ": " << mark;
    }
    stop = true;
    others.join();
    EXPECT_EQ(killed, kKills);
}

}  // namespace
}  // namespace okienko::tests
