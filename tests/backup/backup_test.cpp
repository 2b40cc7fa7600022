#include "backup/backup.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <thread>

#include "backup/instance_lock.hpp"
#include "backup/restore.hpp"
#include "db/error.hpp"
#include "generator/file_tree.hpp"
#include "tests/backup/file_size_limit.hpp"
#include "tests/backup/marked_centre.hpp"
#include "tests/db/unwritable_directory.hpp"
#include "tests/now.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::backup {
namespace {

namespace fs = std::filesystem;
using tests::make_marked_centre;
using tests::mark_of;

class Backup : public testing::Test {
  protected:
    Backup() { make_marked_centre(root, "stary"); }

    [[nodiscard]] model::Checked<BackupReport, Fault> back_up_to(const fs::path& target) const {
        return back_up({root, target, "0.1.0", kNow});
    }
    /// The centre that comes out of an archive.
    [[nodiscard]] fs::path restored_from(const fs::path& archive) const {
        auto copy = folder / ("z-" + archive.filename().string());
        EXPECT_TRUE(restore({copy, archive, kNow}).ok()) << archive;
        return copy;
    }
    void write(const fs::path& file, const std::string& text) const {
        fs::create_directories((root / file).parent_path());
        generator::write_file(root / file, text);
    }
    /// Names in the folder that the archives go to.
    [[nodiscard]] std::size_t things_beside() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator{target}, fs::directory_iterator{}));
    }

    tests::TemporaryFolder folder;
    fs::path root = folder / "centrum";
    fs::path target = folder.path() / "kopie";
    fs::path archive = target / "kopia.tar.gz";

    void SetUp() override { fs::create_directory(target); }
};

TEST_F(Backup, HoldsEveryPart) {
    auto made = back_up_to(archive);
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(made.value().archive, archive);
    EXPECT_EQ(made.value().files, 7U);
    EXPECT_EQ(made.value().databases, 2U);
    EXPECT_EQ(made.value().archive_bytes, fs::file_size(archive));
    EXPECT_EQ(made.value().skipped, Faults{});
    EXPECT_EQ(mark_of(restored_from(archive)), "stary");
    EXPECT_EQ(things_beside(), 1U);
}

TEST_F(Backup, IsForItsOwnerOnly) {
    ASSERT_TRUE(back_up_to(archive).ok());
    EXPECT_EQ(fs::status(archive).permissions(), fs::perms{0600});
}

TEST_F(Backup, KeepsLongNamesModesTimesAndEmptyFolders) {
    std::string name = "content/zażółć gęślą jaźń ";
    while (name.size() < 245) name += "ę";
    write(name, "długa nazwa");
    fs::create_directory(root / "content/pusty folder");
    fs::permissions(root / "content/index.md", fs::perms{0640});
    fs::permissions(root / "content/pusty folder", fs::perms{0750});
    auto written = fs::last_write_time(root / "content/index.md");
    ASSERT_TRUE(back_up_to(archive).ok());
    auto copy = restored_from(archive);
    EXPECT_EQ(generator::read_file(copy / name), "długa nazwa");
    EXPECT_TRUE(fs::is_directory(copy / "content/pusty folder"));
    EXPECT_EQ(fs::status(copy / "content/index.md").permissions(), fs::perms{0640});
    EXPECT_EQ(fs::status(copy / "content/pusty folder").permissions(), fs::perms{0750});
    EXPECT_EQ(fs::last_write_time(copy / "content/index.md"),
              std::chrono::floor<std::chrono::seconds>(written));
}

TEST_F(Backup, KeepsResidentsDataPrivateWhateverItsModeWas) {
    fs::permissions(root / "office.db", fs::perms{0644});
    ASSERT_TRUE(back_up_to(archive).ok());
    EXPECT_EQ(fs::status(restored_from(archive) / "office.db").permissions(), fs::perms{0600});
}

TEST_F(Backup, LeavesOutThePublishedSiteAndWhatIsNotTheCentres) {
    write("site/releases/1/index.html", "strona");
    write("notatki.txt", "moje");
    write("outbox/2026-11-28-abc-1.eml", "list, który już wyszedł");
    ASSERT_TRUE(back_up_to(archive).ok());
    auto copy = restored_from(archive);
    EXPECT_FALSE(fs::exists(copy / "site"));
    EXPECT_FALSE(fs::exists(copy / "outbox"));
    EXPECT_FALSE(fs::exists(copy / "notatki.txt"));
}

TEST_F(Backup, GivesTheSameBytesForTheSameClock) {
    ASSERT_TRUE(back_up_to(archive).ok());
    ASSERT_TRUE(back_up_to(target / "druga.tar.gz").ok());
    EXPECT_TRUE(generator::read_file(archive) == generator::read_file(target / "druga.tar.gz"));
}

TEST_F(Backup, ToAFolderIsCalledAfterTheCentreAndTheMoment) {
    auto made = back_up_to(target);
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(made.value().archive, target / "kopia-centrum-20261123T080000Z.tar.gz");
    EXPECT_TRUE(fs::exists(made.value().archive));
    EXPECT_FALSE(back_up_to(target).ok());
}

TEST_F(Backup, ReplacesNothing) {
    generator::write_file(archive, "co innego");
    fs::create_symlink("donikad", target / "link.tar.gz");
    for (const auto& taken : {archive, target / "link.tar.gz"}) {
        auto made = back_up_to(taken);
        ASSERT_FALSE(made.ok());
        EXPECT_EQ(made.problems().front().path, taken.string());
    }
    EXPECT_EQ(generator::read_file(archive), "co innego");
    EXPECT_EQ(things_beside(), 2U);
}

TEST_F(Backup, IsNeverPutWhereItWouldBePublished) {
    fs::create_directories(root / "site");
    for (const auto* published : {"content", "content/głębiej", "themes", "site"}) {
        EXPECT_FALSE(back_up_to(root / published / "kopia.tar.gz").ok()) << published;
        EXPECT_FALSE(back_up_to(root / published).ok()) << published;
    }
    EXPECT_TRUE(back_up_to(root / "kopia.tar.gz").ok());
}

TEST_F(Backup, HoldsWhatLinksLeadTo) {
    generator::write_file(folder / "wspolny.md", "wspólny");
    fs::create_symlink(folder / "wspolny.md", root / "content/link.md");
    fs::create_directory(folder / "inne");
    generator::write_file(folder / "inne/a.md", "inne");
    fs::create_directory_symlink(folder / "inne", root / "content/inne");
    ASSERT_TRUE(back_up_to(archive).ok());
    auto copy = restored_from(archive);
    EXPECT_FALSE(fs::is_symlink(copy / "content/link.md"));
    EXPECT_EQ(generator::read_file(copy / "content/link.md"), "wspólny");
    EXPECT_EQ(generator::read_file(copy / "content/inne/a.md"), "inne");
}

TEST_F(Backup, TellsWhatItSkipped) {
    fs::create_symlink("donikad", root / "content/.#index.md");
    ASSERT_EQ(::mkfifo((root / "content/rura").c_str(), 0644), 0);
    auto made = back_up_to(archive);
    ASSERT_TRUE(made.ok());
    ASSERT_EQ(made.value().skipped.size(), 2U);
    auto copy = restored_from(archive);
    EXPECT_FALSE(fs::exists(fs::symlink_status(copy / "content/.#index.md")));
    EXPECT_FALSE(fs::exists(copy / "content/rura"));
}

TEST_F(Backup, ReportsAllNamesAndLinksThatNoArchiveCanHold) {
    fs::create_directory_symlink("..", root / "content/głębiej/koło");
    write("content/stara-nazwa-\xb1.md", "Latin-2");
    auto made = back_up_to(archive);
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.problems().size(), 2U);
    EXPECT_EQ(things_beside(), 0U);
}

TEST_F(Backup, OfAnUnreadableFileIsNone) {
    fs::permissions(root / "content/index.md", fs::perms::none);
    for (const auto& open : {folder.path(), target}) fs::permissions(open, fs::perms::all);
    WithoutRootPrivileges guard;
    EXPECT_THROW(std::ignore = back_up_to(archive), generator::FileError);
    EXPECT_EQ(things_beside(), 0U);
}

TEST_F(Backup, OfADamagedDatabaseIsNone) {
    std::fstream bytes{root / "catalogue.db", std::ios::in | std::ios::out | std::ios::binary};
    bytes.seekp(4096);
    bytes << std::string(100'000, 'x');
    bytes.close();
    EXPECT_THROW(std::ignore = back_up_to(archive), db::DatabaseError);
    EXPECT_EQ(things_beside(), 0U);
}

TEST_F(Backup, OfAFolderThatIsNoCentreIsNone) {
    fs::remove(root / "okienko.toml");
    EXPECT_THROW(std::ignore = back_up_to(archive), generator::FileError);
}

TEST_F(Backup, WaitsForNoRestore) {
    InstanceTakeover restoring{root};
    EXPECT_THROW(std::ignore = back_up_to(archive), generator::FileError);
}

TEST_F(Backup, OnAFullDiskLeavesNothing) {
    write("content/film.webm", tests::incompressible(2'000'000));
    {
        tests::FileSizeLimit limit{1'000'000};
        EXPECT_THROW(std::ignore = back_up_to(archive), generator::FileError);
    }
    EXPECT_EQ(things_beside(), 0U);
    EXPECT_TRUE(back_up_to(archive).ok());
}

/// Each file is as it was before or after a change: here all bytes of a file are always the same.
TEST_F(Backup, HoldsNoHalfOfAFileThatChangesMeanwhile) {
    constexpr std::size_t kSize = 300'000;
    write("content/zmienny.md", std::string(kSize, 'a'));
    std::atomic<bool> stop = false;
    std::thread writing([&] {
        for (char c = 'b'; !stop; c = c == 'z' ? 'a' : static_cast<char>(c + 1)) {
            write("content/nowy.md", std::string(kSize, c));
            fs::rename(root / "content/nowy.md", root / "content/zmienny.md");
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
        }
    });
    int made = 0;
    for (int i = 0; i < 10; ++i) {
        auto file = target / (std::to_string(i) + ".tar.gz");
        try {
            made += back_up_to(file).ok() ? 1 : 0;
        } catch (const generator::FileError& changing) {
            EXPECT_NE(std::string{changing.what()}.find("ciągle się zmienia"), std::string::npos)
                << changing.what();
            continue;
        }
        auto text = generator::read_file(restored_from(file) / "content/zmienny.md");
        EXPECT_EQ(text, std::string(kSize, text.front()));
    }
    stop = true;
    writing.join();
    EXPECT_GT(made, 0);
}

TEST_F(Backup, ClearsAwayWhatAKilledOneLeft) {
    fs::create_directory(target / ".okienko-kopia-ABCDEF");
    generator::write_file(target / ".okienko-kopia-ABCDEF/catalogue.db", "połowa");
    ASSERT_TRUE(back_up_to(archive).ok());
    EXPECT_EQ(things_beside(), 1U);
}

TEST_F(Backup, LeavesAloneWhatAnotherPersonLeft) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can leave something for others";
    fs::create_directory(target / ".okienko-kopia-ABCDEF");
    fs::permissions(target / ".okienko-kopia-ABCDEF", fs::perms::owner_all);
    for (const auto& open : {folder.path(), target}) fs::permissions(open, fs::perms::all);
    {
        WithoutRootPrivileges guard;
        EXPECT_TRUE(back_up_to(archive).ok());
    }
    EXPECT_TRUE(fs::exists(target / ".okienko-kopia-ABCDEF"));
}

TEST_F(Backup, ReportsItsProgressToTheEnd) {
    write("content/film.webm", tests::incompressible(500'000));
    std::size_t done = 0;
    std::size_t total = 0;
    auto progress = [&](std::size_t now, std::size_t of) {
        EXPECT_GE(now, done);
        done = now;
        total = of;
    };
    ASSERT_TRUE(back_up({root, archive, "0.1.0", kNow, progress}).ok());
    EXPECT_GT(total, 1000U);
    EXPECT_EQ(done, total);
}

}  // namespace
}  // namespace okienko::backup
