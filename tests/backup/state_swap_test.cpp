#include "backup/state_swap.hpp"

#include <gtest/gtest.h>

#include "generator/file_tree.hpp"
#include "tests/backup/marked_centre.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::backup {
namespace {

namespace fs = std::filesystem;
using tests::make_marked_centre;
using tests::mark_of;

class StateSwap : public testing::Test {
  protected:
    StateSwap() { make_marked_centre(folder.path(), "stary"); }

    void write_journal(const std::string& lines) const {
        generator::write_file(folder / ".restore/journal", lines);
    }

    tests::TemporaryFolder folder;
};

TEST_F(StateSwap, LeavesNothingOfAStateThatIsNotSwappedIn) {
    {
        NewState next{folder.path()};
        make_marked_centre(next.folder(), "nowy");
        EXPECT_TRUE(has_unsettled_swap(folder.path()));
    }
    EXPECT_FALSE(has_unsettled_swap(folder.path()));
    EXPECT_EQ(mark_of(folder.path()), "stary");
}

TEST_F(StateSwap, ClearsAwayAStateWithoutAJournal) {
    fs::create_directories(folder / ".restore/new/content");
    generator::write_file(folder / ".restore/journal.new", "retire content");
    settle_swap(folder.path());
    EXPECT_FALSE(has_unsettled_swap(folder.path()));
    EXPECT_EQ(mark_of(folder.path()), "stary");
}

TEST_F(StateSwap, CarriesOnWhereTheJournalWasLeft) {
    make_marked_centre(folder / ".restore/new", "nowy");
    std::string journal = "old-state dawny\n";
    for (const auto* name : {"catalogue.db", "content", "office.db", "okienko.toml", "themes"}) {
        journal.append("retire ").append(name).append("\ninstall ").append(name).append("\n");
    }
    write_journal(journal);
    fs::create_directory(folder / "dawny");
    fs::rename(folder / "content", folder / "dawny/content");
    fs::rename(folder / "catalogue.db", folder / "dawny/catalogue.db");
    fs::rename(folder / ".restore/new/content", folder / "content");
    settle_swap(folder.path());
    EXPECT_EQ(mark_of(folder.path()), "nowy");
    EXPECT_EQ(mark_of(folder / "dawny"), "stary");
    EXPECT_FALSE(has_unsettled_swap(folder.path()));
    settle_swap(folder.path());
    EXPECT_EQ(mark_of(folder.path()), "nowy");
}

/// A part that cannot be put in place: here because an older one is still in the way.
TEST_F(StateSwap, GoesAllTheWayBackWhenItCannotGoOn) {
    auto before = tests::read_tree(folder / "content");
    make_marked_centre(folder / ".restore/new", "nowy");
    write_journal(
        "old-state dawny\nretire okienko.toml\nretire themes\n"
        "install okienko.toml\ninstall themes\ninstall content\n");
    try {
        settle_swap(folder.path());
        FAIL() << "moved a folder over another one";
    } catch (const generator::FileError& error) {
        EXPECT_NE(std::string{error.what()}.find("content"), std::string::npos) << error.what();
    }
    EXPECT_EQ(mark_of(folder.path()), "stary");
    EXPECT_FALSE(fs::exists(folder / "dawny"));
    settle_swap(folder.path());
    EXPECT_FALSE(has_unsettled_swap(folder.path()));
    EXPECT_EQ(tests::difference(before, tests::read_tree(folder / "content")), "");
}

}  // namespace
}  // namespace okienko::backup
