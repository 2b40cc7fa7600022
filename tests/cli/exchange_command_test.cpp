#include <gtest/gtest.h>

#include <fstream>

#include "db/catalogue_store.hpp"
#include "tests/killed_program.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::tests {
namespace {

namespace fs = std::filesystem;

class ExchangeCommands : public testing::Test {
  protected:
    void SetUp() override {
        make(demo(), "--demo");
        make(fresh(), "");
    }

    static void make(const fs::path& folder, const std::string& option) {
        ProgramArguments arguments{"init", folder.string()};
        if (!option.empty()) arguments.push_back(option);
        ASSERT_EQ(run_program(arguments, kFixedClock).exit_code, 0);
    }

    [[nodiscard]] fs::path demo() const { return folder_ / "demo"; }
    [[nodiscard]] fs::path fresh() const { return folder_ / "fresh"; }

    [[nodiscard]] static ProgramArguments in(const fs::path& centre, ProgramArguments arguments) {
        arguments.insert(arguments.begin(), {"--instance", centre.string()});
        return arguments;
    }
    [[nodiscard]] static ProgramResult run(const fs::path& centre,
                                           const ProgramArguments& arguments) {
        return run_program(in(centre, arguments), kFixedClock);
    }

    TemporaryFolder folder_;
};

TEST_F(ExchangeCommands, MoveACatalogueFromOneCentreToAnother) {
    for (const auto* name : {"all.ndjson", "all.csv"}) {
        auto file = (folder_ / name).string();
        ASSERT_EQ(run(demo(), {"export", file}).exit_code, 0);
        auto dry = run(fresh(), {"import", file, "--dry-run"});
        EXPECT_EQ(dry.exit_code, 0) << dry.err;
        EXPECT_NE(dry.out.find("niczego nie zmieniono"), std::string::npos) << dry.out;
        auto done = run(fresh(), {"import", file});
        EXPECT_EQ(done.exit_code, 0) << done.err;
    }
    EXPECT_EQ(db::read_catalogue(fresh() / "catalogue.db").services.size(), 25U);
}

TEST_F(ExchangeCommands, SayInADryRunWhatWouldBeAdded) {
    auto file = (folder_ / "all.ndjson").string();
    ASSERT_EQ(run(demo(), {"export", file}).exit_code, 0);
    auto dry = run(fresh(), {"import", file, "--dry-run"});
    EXPECT_NE(dry.out.find("+ service klub-senior-plus"), std::string::npos) << dry.out;
    EXPECT_NE(dry.out.find("Przybyłoby: 25 usług, 12 podmiotów, 11 miejsc"), std::string::npos)
        << dry.out;
}

TEST_F(ExchangeCommands, ShowTheLineWithACaretAndExitWithOne) {
    std::ofstream{folder_ / "bad.csv"} << "card;nmae\nservice;x\n";
    auto result = run(fresh(), {"import", (folder_ / "bad.csv").string()});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_NE(result.err.find("bad.csv:1:6: nieznana kolumna „nmae” (może „name”?)\n"
                              "    card;nmae\n"
                              "         ^\n"),
              std::string::npos)
        << result.err;
    EXPECT_NE(result.err.find("Niczego nie wczytano"), std::string::npos);
}

TEST_F(ExchangeCommands, ExitWithThreeForAFileThatIsNotThere) {
    auto missing = run(fresh(), {"import", "nie-ma.csv"});
    EXPECT_EQ(missing.exit_code, 3);
    EXPECT_NE(missing.err.find("nie można otworzyć pliku nie-ma.csv: nie ma takiego pliku"),
              std::string::npos)
        << missing.err;
    auto directory = run(fresh(), {"import", demo().string()});
    EXPECT_EQ(directory.exit_code, 3);
    EXPECT_NE(directory.err.find("to jest folder"), std::string::npos) << directory.err;
    auto unwritten = run(fresh(), {"export", (folder_ / "nie-ma/x.csv").string()});
    EXPECT_EQ(unwritten.exit_code, 3);
    EXPECT_NE(unwritten.err.find("nie można zapisać"), std::string::npos) << unwritten.err;
}

TEST_F(ExchangeCommands, WriteTheTemplateThatTheDocumentsHave) {
    std::ifstream file{fs::path{OKIENKO_SOURCE_DIR} / "docs/reference/wzor-tabeli.csv",
                       std::ios::binary};
    std::string kept{std::istreambuf_iterator<char>{file}, {}};
    EXPECT_EQ(run(fresh(), {"export", "--template"}).out, kept);
}

TEST_F(ExchangeCommands, BuildASiteOfAForeignService) {
    std::ofstream{folder_ / "foreign.ndjson"}
        << R"({"id":"ac148810-d857-441c-9679-408f346de14b","name":"Punkt porad","status":"active"})";
    ASSERT_EQ(run(fresh(), {"import", (folder_ / "foreign.ndjson").string()}).exit_code, 0);
    auto built = run(fresh(), {"build"});
    EXPECT_EQ(built.exit_code, 0) << built.err;
    EXPECT_TRUE(fs::exists(fresh() / "site/current/uslugi/punkt-porad-ac148810/index.html"));
}

TEST_F(ExchangeCommands, LeaveTheOldCatalogueOrTheNewWhereverAnImportIsKilled) {
    auto file = (folder_ / "all.ndjson").string();
    ASSERT_EQ(run(demo(), {"export", file}).exit_code, 0);
    int kills = 0;
    while (kill_at_change(kills + 1, in(fresh(), {"import", file}))) {
        ++kills;
        auto services = db::read_catalogue(fresh() / "catalogue.db").services.size();
        ASSERT_TRUE(services == 0 || services == 25) << "killed at change " << kills;
        if (services == 25) break;
    }
    EXPECT_GT(kills, 0);
}

}  // namespace
}  // namespace okienko::tests
