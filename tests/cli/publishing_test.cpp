#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <random>
#include <thread>

#include "generator/build.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::tests {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

/// A demo centre of its own, with a copy of what comes with the program: so that nobody who works
/// on the themes meanwhile changes the site between two builds.
class Publishing : public testing::Test {
  protected:
    void SetUp() override {
        for (const auto* part : {"themes", "content", "db/demo", "okienko.toml"}) {
            fs::create_directories((share() / part).parent_path());
            fs::copy(
                fs::path{OKIENKO_SOURCE_DIR} / part, share() / part, fs::copy_options::recursive);
        }
        auto made = run({"init", root().string(), "--demo"});
        ASSERT_EQ(made.exit_code, 0) << made.err;
    }

    [[nodiscard]] Environment environment() const {
        auto variables = kFixedClock;
        variables["OKIENKO_SHARE"] = share().string();
        return variables;
    }
    [[nodiscard]] ProgramResult run(const ProgramArguments& arguments) const {
        return run_program(arguments, environment());
    }
    [[nodiscard]] fs::path share() const { return folder.path() / "share"; }

    [[nodiscard]] fs::path root() const { return folder.path() / "centrum"; }
    [[nodiscard]] fs::path current() const { return root() / "site/current"; }
    [[nodiscard]] ProgramArguments build(const std::string& option = {}) const {
        ProgramArguments arguments{"--instance", root().string(), "build"};
        if (!option.empty()) arguments.push_back(option);
        return arguments;
    }
    [[nodiscard]] FileTree published() const { return read_tree(fs::canonical(current())); }

    tests::TemporaryFolder folder;
};

TEST_F(Publishing, GivesTheSameBytesForTheSameClock) {
    ASSERT_EQ(run(build()).exit_code, 0);
    auto first = published();
    ASSERT_EQ(run(build("--full")).exit_code, 0);
    EXPECT_EQ(fs::read_symlink(current()), fs::path{"releases/20261116T090000Z-02"});
    EXPECT_EQ(difference(first, published()), "");
    EXPECT_GT(first.size(), 100U);
}

TEST_F(Publishing, GivesTheSameBytesOnOneThreadAndOnMany) {
    auto build_on = [this](unsigned threads) {
        auto built =
            generator::build({.instance = {root(), share()},
                              .output = generator::Output::Release,
                              .extent = generator::Extent::Everything,
                              .now = std::chrono::sys_seconds{std::chrono::seconds{1'794'819'600}},
                              .threads = threads});
        EXPECT_TRUE(built.ok());
        return published();
    };
    auto on_one = build_on(1);
    EXPECT_EQ(difference(on_one, build_on(7)), "");
}

std::vector<std::string> paths_of(const FileTree& tree) {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : tree) paths.push_back(path);
    return paths;
}

bool has_remains(const fs::path& releases) {
    for (const auto& entry : fs::directory_iterator{releases}) {
        if (entry.path().filename().string().starts_with(".unfinished-")) return true;
    }
    return false;
}

/// Tidying goes on after a build has ended: a minute, for machines that do other things besides.
bool remains_vanish(const fs::path& releases) {
    for (int i = 0; i < 600 && has_remains(releases); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds{100});
    }
    return !has_remains(releases);
}

struct KillCase {
    const char* name;
    const char* option;  ///< Of `build`.

    friend void PrintTo(const KillCase& each, std::ostream* out) { *out << each.name; }
};

class KilledPublishing : public Publishing, public testing::WithParamInterface<KillCase> {
  protected:
    void edit(int round) const {
        std::ofstream(root() / "content/index.md", std::ios::app) << "\nZdanie " << round << ".\n";
    }
};

/// The readers' promise: whatever kills a build, `current` leads to a complete site, and the next
/// build makes of it what a whole one would.
TEST_P(KilledPublishing, NeverLeavesABrokenSite) {
    constexpr int kKills = 50;
    ASSERT_EQ(run(build()).exit_code, 0);
    const auto paths = paths_of(published());
    edit(0);
    auto started = steady_clock::now();
    ASSERT_EQ(run(build(GetParam().option)).exit_code, 0);
    auto duration = steady_clock::now() - started;

    std::mt19937 random{2026};
    std::uniform_real_distribution<double> moment{0.0, 1.0};
    int killed = 0;
    int killed_with_remains = 0;
    int round = 0;
    while (killed < kKills && ++round < 4 * kKills) {
        edit(round);
        RunningProgram building{build(GetParam().option), environment()};
        std::this_thread::sleep_for(duration * moment(random));
        building.kill();
        // A build that was quicker than the kill tells that kills come too late.
        if (building.wait().signal == SIGKILL) {
            ++killed;
        } else {
            duration = duration * 9 / 10;
        }
        killed_with_remains += has_remains(root() / "site/releases") ? 1 : 0;
        ASSERT_TRUE(fs::is_directory(current())) << "after round " << round;
        ASSERT_EQ(paths_of(published()), paths) << "after round " << round;
    }
    EXPECT_EQ(killed, kKills);
    edit(++round);
    ASSERT_EQ(run(build(GetParam().option)).exit_code, 0);
    auto after = published();
    EXPECT_TRUE(remains_vanish(root() / "site/releases"));
    ASSERT_EQ(run(build("--full")).exit_code, 0);
    EXPECT_EQ(difference(published(), after), "");
    // Otherwise the moments were badly chosen and the test has shown nothing.
    EXPECT_GT(killed_with_remains, 0);
}

INSTANTIATE_TEST_SUITE_P(Builds,
                         KilledPublishing,
                         testing::Values(KillCase{"Whole", "--full"}, KillCase{"Incremental", ""}),
                         [](const auto& each) { return each.param.name; });

TEST_F(Publishing, KeepsTheOldSiteWhenANewOneHasProblems) {
    ASSERT_EQ(run(build()).exit_code, 0);
    auto before = published();
    std::ofstream(root() / "content/zepsuta.md") << "bez nagłówka\n";
    EXPECT_EQ(run(build()).exit_code, 1);
    EXPECT_EQ(difference(before, published()), "");
    EXPECT_FALSE(has_remains(root() / "site/releases"));
}

}  // namespace
}  // namespace okienko::tests
