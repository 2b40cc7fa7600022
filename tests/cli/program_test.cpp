#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <SQLiteCpp/Database.h>

#include <fstream>

#include "tests/contains.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::tests {
namespace {

namespace fs = std::filesystem;

// --- Help and mistakes of typing -------------------------------------------------------------

class Help : public testing::TestWithParam<std::string> {};

TEST_P(Help, IsPolishWithExamplesAndSucceeds) {
    auto help = run_program({GetParam(), "--help"});
    EXPECT_EQ(help.exit_code, 0);
    EXPECT_EQ(help.err, "");
    EXPECT_TRUE(contains(help.out, "Przykłady:")) << help.out;
    EXPECT_TRUE(contains(help.out, "  okienko " + GetParam())) << help.out;
    EXPECT_TRUE(contains(help.out, "pokaż tę pomoc")) << help.out;
    for (const auto* english : {"Usage",
                                "Options",
                                "Subcommand",
                                "Positionals",
                                "REQUIRED",
                                "help message",
                                "default",
                                "INT",
                                "TEXT",
                                "UINT"}) {
        EXPECT_FALSE(contains(help.out, english)) << english << "\n" << help.out;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Commands,
    Help,
    testing::Values("init", "build", "check", "serve", "releases", "rollback", "backup", "restore"),
    [](const auto& each) { return each.param; });

TEST(Program, ListsItsCommandsInItsHelp) {
    for (const auto* flag : {"--help", "-h"}) {
        auto help = run_program({flag});
        EXPECT_EQ(help.exit_code, 0);
        for (const auto* command :
             {"init", "build", "check", "serve", "releases", "rollback", "backup", "restore"}) {
            EXPECT_TRUE(contains(help.out, std::string{"\n  "} + command + " ")) << command;
        }
        EXPECT_FALSE(contains(help.out, "Usage"));
    }
}

TEST(Program, TellsItsVersion) {
    auto version = run_program({"--version"});
    EXPECT_EQ(version.exit_code, 0);
    EXPECT_TRUE(version.out.starts_with("okienko ")) << version.out;
}

TEST(Program, AnswersTwoToWhatItDoesNotUnderstand) {
    const std::vector<ProgramArguments> mistakes = {{},
                                                    {"publikuj"},
                                                    {"build", "--szybko"},
                                                    {"init"},
                                                    {"backup"},
                                                    {"restore"},
                                                    {"serve", "--port"},
                                                    {"serve", "--port", "osiem"},
                                                    {"serve", "--port", "70000"},
                                                    {"check", "raz", "dwa"}};
    for (const auto& arguments : mistakes) {
        auto result = run_program(arguments);
        EXPECT_EQ(result.exit_code, 2) << testing::PrintToString(arguments);
        EXPECT_EQ(result.out, "");
        EXPECT_TRUE(contains(result.err, "okienko --help")) << result.err;
        for (const auto* english : {"required", "expected", "Could not", "not in range"}) {
            EXPECT_FALSE(contains(result.err, english)) << result.err;
        }
    }
}

// --- A folder that is no centre ---------------------------------------------------------------

TEST(Program, SaysHowToMakeACentreWhereThereIsNone) {
    tests::TemporaryFolder folder;
    for (const auto* command : {"build", "check"}) {
        auto result = run_program({"--instance", folder.path().string(), command});
        EXPECT_EQ(result.exit_code, 3);
        EXPECT_EQ(result.out, "");
        EXPECT_TRUE(contains(result.err, "okienko.toml")) << result.err;
        EXPECT_TRUE(contains(result.err, "okienko init")) << result.err;
    }
}

TEST(Program, SaysThatThereIsNothingToShowBeforeTheFirstBuild) {
    tests::TemporaryFolder folder;
    auto in = folder.path().string();
    auto serve = run_program({"--instance", in, "serve", "--port", "0"});
    EXPECT_EQ(serve.exit_code, 1);
    EXPECT_TRUE(contains(serve.err, "okienko build")) << serve.err;
    EXPECT_EQ(run_program({"--instance", in, "rollback"}).exit_code, 1);
    auto releases = run_program({"--instance", in, "releases"});
    EXPECT_EQ(releases.exit_code, 0);
    EXPECT_TRUE(contains(releases.out, "okienko build")) << releases.out;
}

// --- The demo centre --------------------------------------------------------------------------

class DemoCentre : public testing::Test {
  protected:
    void SetUp() override {
        made = run_program({"init", root().string(), "--demo"});
        ASSERT_EQ(made.exit_code, 0) << made.err;
    }

    [[nodiscard]] fs::path root() const { return folder.path() / "centrum"; }
    [[nodiscard]] ProgramResult run(ProgramArguments arguments,
                                    const Environment& environment = kFixedClock) const {
        arguments.insert(arguments.begin(), {"--instance", root().string()});
        return run_program(arguments, environment);
    }

    tests::TemporaryFolder folder;
    ProgramResult made;
};

TEST_F(DemoCentre, IsMadeWithSettingsContentAndCatalogue) {
    EXPECT_TRUE(contains(made.out, "utworzono okienko.toml\n")) << made.out;
    EXPECT_TRUE(contains(made.out, "25 usług, 12 podmiotów, 11 miejsc.")) << made.out;
    EXPECT_TRUE(fs::exists(root() / "content/index.md"));
    EXPECT_TRUE(fs::exists(root() / "catalogue.db"));
}

TEST_F(DemoCentre, KeepsWhatIsThereWhenMadeAgain) {
    std::ofstream(root() / "okienko.toml", std::ios::app) << "# nasz dopisek\n";
    std::ofstream(root() / "content/nasza.md") << "nasza strona\n";
    auto before = read_tree(root());
    auto again = run_program({"init", root().string(), "--demo"});
    EXPECT_EQ(again.exit_code, 0) << again.err;
    EXPECT_TRUE(contains(again.out, "jest już okienko.toml\n")) << again.out;
    EXPECT_TRUE(contains(again.out, "jest już catalogue.db\n")) << again.out;
    auto after = read_tree(root());
    std::erase_if(before, [](const auto& file) { return file.first.starts_with("catalogue.db-"); });
    std::erase_if(after, [](const auto& file) { return file.first.starts_with("catalogue.db-"); });
    EXPECT_EQ(difference(before, after), "");
}

TEST_F(DemoCentre, HasNoProblemsAndNoWarnings) {
    auto checked = run({"check"});
    EXPECT_EQ(checked.exit_code, 0);
    EXPECT_EQ(checked.err, "");
    EXPECT_TRUE(checked.out.starts_with("Sprawdzono: ")) << checked.out;
    EXPECT_FALSE(fs::exists(root() / "site"));
}

TEST_F(DemoCentre, IsPublishedWithAReportInPolish) {
    auto built = run({"build"});
    EXPECT_EQ(built.exit_code, 0);
    EXPECT_EQ(built.err, "");
    EXPECT_TRUE(contains(built.out, " 0 ostrzeżeń, ")) << built.out;
    EXPECT_TRUE(contains(built.out, "\nWydanie: 20261116T090000Z\n")) << built.out;
    EXPECT_FALSE(contains(built.out + built.err, "\x1b"));
    EXPECT_EQ(fs::read_symlink(root() / "site/current"), "releases/20261116T090000Z");
}

TEST_F(DemoCentre, KeepsItsReleaseWhenNothingHasChanged) {
    ASSERT_EQ(run({"build"}).exit_code, 0);
    auto again = run({"build"});
    EXPECT_EQ(again.exit_code, 0) << again.err;
    EXPECT_TRUE(again.out.starts_with("Bez zmian: ")) << again.out;
    EXPECT_TRUE(contains(again.out, "\nWydanie: 20261116T090000Z\n")) << again.out;
    EXPECT_EQ(run({"releases"}).out, "20261116T090000Z  ← na stronie\n");
}

TEST_F(DemoCentre, SaysWhyEachFileWasMadeAndHowLongItTook) {
    ASSERT_EQ(run({"build"}).exit_code, 0);
    std::ofstream(root() / "content/index.md", std::ios::app) << "\nNowe zdanie.\n";
    auto built = run({"build", "--explain", "--timings"});
    EXPECT_EQ(built.exit_code, 0) << built.err;
    EXPECT_TRUE(contains(built.out, "zmienił się tekst strony „/” (1 plik):\n  /\n")) << built.out;
    EXPECT_TRUE(contains(built.out, " ms  odczyt katalogu\n")) << built.out;
    EXPECT_TRUE(contains(built.out, "\nZmienione pliki: 1.\n")) << built.out;
}

TEST_F(DemoCentre, CountsProblemsInPolish) {
    auto mistakes = [this](int number) {
        for (int i = 0; i < number; ++i) {
            std::ofstream(root() / ("content/zla-" + std::to_string(i) + ".md")) << "tekst\n";
        }
        return run({"check"}).err;
    };
    EXPECT_TRUE(contains(mistakes(1), "\n1 problem.\n"));
    EXPECT_TRUE(contains(mistakes(3), "\n3 problemy.\n"));
    EXPECT_TRUE(contains(mistakes(12), "\n12 problemów.\n"));
    EXPECT_TRUE(contains(mistakes(22), "\n22 problemy.\n"));
}

TEST_F(DemoCentre, ShowsABarOnlyAtATerminal) {
    auto built = run_in_terminal({"--instance", root().string(), "build"}, kFixedClock);
    EXPECT_EQ(built.exit_code, 0) << built.err;
    EXPECT_TRUE(contains(built.err, "█")) << built.err;
    EXPECT_TRUE(contains(built.err, " % (")) << built.err;
    // The bar goes away before the report.
    EXPECT_TRUE(built.err.ends_with("\r\x1b[K")) << testing::PrintToString(built.err);
    EXPECT_FALSE(contains(built.out, "\x1b"));
}

TEST_F(DemoCentre, GoesBackToAnEarlierReleaseAndForthAgain) {
    EXPECT_EQ(run({"build"}, {{"SOURCE_DATE_EPOCH", "1794819600"}}).exit_code, 0);
    EXPECT_EQ(run({"build", "--full"}, {{"SOURCE_DATE_EPOCH", "1794819700"}}).exit_code, 0);
    EXPECT_EQ(run({"releases"}).out, "20261116T090140Z  ← na stronie\n20261116T090000Z\n");
    auto back = run({"rollback"});
    EXPECT_EQ(back.exit_code, 0) << back.err;
    EXPECT_EQ(back.out, "Na stronie jest teraz wydanie 20261116T090000Z.\n");
    EXPECT_EQ(run({"releases"}).out, "20261116T090140Z\n20261116T090000Z  ← na stronie\n");
    EXPECT_EQ(run({"rollback"}).exit_code, 1);
    EXPECT_EQ(run({"rollback", "20261116T090140Z"}).exit_code, 0);
    auto unknown = run({"rollback", "20200101T000000Z"});
    EXPECT_EQ(unknown.exit_code, 1);
    EXPECT_TRUE(contains(unknown.err, "okienko releases")) << unknown.err;
    EXPECT_EQ(fs::read_symlink(root() / "site/current"), "releases/20261116T090140Z");
}

TEST_F(DemoCentre, IsNotPublishedByTwoAtOnce) {
    fs::create_directories(root() / "site");
    auto lock = (root() / "site/.lock").string();
    int held = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    ASSERT_GE(held, 0);
    ASSERT_EQ(::flock(held, LOCK_EX | LOCK_NB), 0);
    auto refused = run({"build"});
    EXPECT_EQ(refused.exit_code, 3);
    EXPECT_TRUE(contains(refused.err, "poczekaj")) << refused.err;
    EXPECT_EQ(run({"check"}).exit_code, 0);
    ::close(held);
    EXPECT_EQ(run({"build"}).exit_code, 0);
}

TEST_F(DemoCentre, SaysWhatToDoWithoutItsCatalogue) {
    fs::remove(root() / "catalogue.db");
    auto built = run({"build"});
    EXPECT_EQ(built.exit_code, 3);
    EXPECT_TRUE(contains(built.err, "catalogue.db")) << built.err;
    EXPECT_TRUE(contains(built.err, "okienko init")) << built.err;
    EXPECT_FALSE(fs::exists(root() / "site/current"));
}

TEST_F(DemoCentre, IsNotPublishedFromADamagedCatalogue) {
    SQLite::Database database{(root() / "catalogue.db").string(), SQLite::OPEN_READWRITE};
    database.exec("PRAGMA foreign_keys = OFF");
    database.exec("UPDATE service SET provider_id = 7777 WHERE id = 1");
    auto built = run({"build"});
    EXPECT_EQ(built.exit_code, 3);
    EXPECT_TRUE(built.err.starts_with("okienko: ")) << built.err;
    EXPECT_FALSE(fs::exists(root() / "site/current"));
}

TEST_F(DemoCentre, RefusesAClockThatIsNoNumber) {
    auto built = run({"build"}, {{"SOURCE_DATE_EPOCH", "wczoraj"}});
    EXPECT_EQ(built.exit_code, 3);
    EXPECT_TRUE(contains(built.err, "SOURCE_DATE_EPOCH")) << built.err;
}

// --- A new centre -----------------------------------------------------------------------------

TEST(NewCentre, IsMadeWithDictionariesAndCanBePublished) {
    tests::TemporaryFolder folder;
    auto root = folder.path() / "nowe";
    auto made = run_program({"init", root.string()});
    ASSERT_EQ(made.exit_code, 0) << made.err;
    EXPECT_TRUE(contains(made.out, "0 usług, ")) << made.out;
    auto built = run_program({"--instance", root.string(), "build"}, kFixedClock);
    EXPECT_EQ(built.exit_code, 0) << built.err;
}

}  // namespace
}  // namespace okienko::tests
