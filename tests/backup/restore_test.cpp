#include "backup/restore.hpp"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <functional>

#include "backup/backup.hpp"
#include "backup/instance_lock.hpp"
#include "backup/manifest.hpp"
#include "backup/sha256.hpp"
#include "backup/state_swap.hpp"
#include "db/connection.hpp"
#include "generator/file_tree.hpp"
#include "tests/backup/crafted_tar.hpp"
#include "tests/backup/file_size_limit.hpp"
#include "tests/backup/marked_centre.hpp"
#include "tests/now.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::backup {
namespace {

namespace fs = std::filesystem;
using tests::CraftedTar;
using tests::make_marked_centre;
using tests::mark_of;

const std::string kOldState = "przed-przywroceniem-20261123T080000Z";

/// A centre "stary" with an archive of it, and afterwards marked "nowy".
class Restore : public testing::Test {
  protected:
    Restore() {
        make_marked_centre(root, "stary");
        EXPECT_TRUE(back_up({root, archive, "0.1.0", kNow}).ok());
        make_marked_centre(root, "nowy");
    }

    [[nodiscard]] model::Checked<RestoreReport, Fault> restore_from(const fs::path& file) const {
        return restore({root, file, kNow});
    }
    /// Refused, and nothing has changed; what was wrong with it.
    [[nodiscard]] Faults refused(const fs::path& file) const {
        auto restored = restore_from(file);
        EXPECT_EQ(mark_of(root), "nowy");
        EXPECT_FALSE(has_unsettled_swap(root));
        EXPECT_FALSE(fs::exists(root / kOldState));
        if (!restored.ok()) return restored.problems();
        ADD_FAILURE() << "restored " << file;
        return {};
    }
    [[nodiscard]] Faults refused(const CraftedTar& tar) const {
        generator::write_file(folder / "podrobiona.tar", tar.bytes());
        return refused(folder / "podrobiona.tar");
    }
    /// The archive with some of its bytes changed.
    [[nodiscard]] fs::path changed_archive(const std::function<void(std::string&)>& change) const {
        auto bytes = generator::read_file(archive);
        change(bytes);
        generator::write_file(folder / "zmieniona.tar.gz", bytes);
        return folder / "zmieniona.tar.gz";
    }

    tests::TemporaryFolder folder;
    fs::path root = folder / "centrum";
    fs::path archive = folder / "kopia.tar.gz";
};

// --- Into the place of a centre ---------------------------------------------------------------

TEST_F(Restore, PutsEveryPartBackAndKeepsTheOldState) {
    auto restored = restore_from(archive);
    ASSERT_TRUE(restored.ok());
    EXPECT_EQ(mark_of(root), "stary");
    EXPECT_EQ(restored.value().created, kNow);
    EXPECT_EQ(restored.value().files, 7U);
    EXPECT_EQ(restored.value().databases, 2U);
    EXPECT_EQ(restored.value().old_state, root / kOldState);
    EXPECT_EQ(mark_of(root / kOldState), "nowy");
    EXPECT_EQ(fs::status(root / kOldState).permissions(), fs::perms{0700});
    EXPECT_FALSE(has_unsettled_swap(root));
}

TEST_F(Restore, CanBeTakenBack) {
    ASSERT_TRUE(restore_from(archive).ok());
    auto way_back = folder / "powrot.tar.gz";
    ASSERT_TRUE(back_up({root / kOldState, way_back, "0.1.0", kNow}).ok());
    ASSERT_TRUE(restore_from(way_back).ok());
    EXPECT_EQ(mark_of(root), "nowy");
    EXPECT_EQ(mark_of(root / (kOldState + "-02")), "stary");
}

TEST_F(Restore, MakesAFolderThatWasNotThere) {
    auto fresh = folder / "nowa maszyna" / "centrum";
    auto restored = restore({fresh, archive, kNow});
    ASSERT_TRUE(restored.ok());
    EXPECT_EQ(mark_of(fresh), "stary");
    EXPECT_EQ(restored.value().old_state, "");
    EXPECT_FALSE(fs::exists(fresh / kOldState));
}

TEST_F(Restore, TakesAwayPartsThatTheArchiveDoesNotHave) {
    fs::remove_all(root / "themes");
    fs::remove(root / "office.db");
    auto lesser = folder / "mniejsza.tar.gz";
    ASSERT_TRUE(back_up({root, lesser, "0.1.0", kNow}).ok());
    make_marked_centre(root, "nowy");
    auto restored = restore_from(lesser);
    ASSERT_TRUE(restored.ok());
    EXPECT_EQ(restored.value().not_in_archive, (std::vector<std::string>{"office.db", "themes"}));
    EXPECT_FALSE(fs::exists(root / "themes"));
    EXPECT_FALSE(fs::exists(root / "office.db"));
    EXPECT_EQ(mark_of(root / kOldState), "nowy");
}

TEST_F(Restore, LeavesAloneWhatIsNoPart) {
    fs::create_directories(root / "site/releases/1");
    generator::write_file(root / "notatki.txt", "moje");
    ASSERT_TRUE(restore_from(archive).ok());
    EXPECT_TRUE(fs::is_directory(root / "site/releases/1"));
    EXPECT_EQ(generator::read_file(root / "notatki.txt"), "moje");
}

/// A log that meets a database it does not belong to would destroy it.
TEST_F(Restore, DoesNotMixTheOldLogWithTheNewDatabase) {
    auto writer = db::open_for_writing(root / "catalogue.db", db::MissingFile::Refuse);
    writer.exec("UPDATE audience SET name = 'ostatnia zmiana'");
    ASSERT_GT(fs::file_size(root / "catalogue.db-wal"), 0U);
    ASSERT_TRUE(restore_from(archive).ok());
    EXPECT_FALSE(fs::exists(root / "catalogue.db-wal"));
    EXPECT_EQ(mark_of(root), "stary");
    SQLite::Database old((root / kOldState / "catalogue.db").string());
    EXPECT_EQ(old.execAndGet("SELECT name FROM audience").getString(), "ostatnia zmiana");
}

TEST_F(Restore, WaitsForNobodyWhoWorksThere) {
    {
        InstanceUse serving{root};
        EXPECT_THROW(std::ignore = restore_from(archive), generator::FileError);
    }
    {
        InstanceTakeover restoring{root};
        EXPECT_THROW(std::ignore = restore_from(archive), generator::FileError);
        EXPECT_THROW(InstanceUse{root}, generator::FileError);
    }
    EXPECT_EQ(mark_of(root), "nowy");
    EXPECT_TRUE(restore_from(archive).ok());
}

TEST_F(Restore, OnAFullDiskChangesNothing) {
    generator::write_file(root / "content/film.webm", tests::incompressible(2'000'000));
    auto large = folder / "duza.tar.gz";
    ASSERT_TRUE(back_up({root, large, "0.1.0", kNow}).ok());
    make_marked_centre(root, "nowy");
    {
        tests::FileSizeLimit limit{1'000'000};
        EXPECT_THROW(std::ignore = restore_from(large), generator::FileError);
    }
    EXPECT_EQ(mark_of(root), "nowy");
    EXPECT_FALSE(has_unsettled_swap(root));
}

TEST_F(Restore, ByRootGivesEverythingToTheOwnerOfTheCentre) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root restores for others";
    constexpr uid_t kService = 65534;
    ASSERT_EQ(::chown(root.c_str(), kService, kService), 0);
    ASSERT_TRUE(restore_from(archive).ok());
    for (const auto* path : {"okienko.toml", "content/głębiej/zażółć.md", "office.db"}) {
        struct stat status {};
        ASSERT_EQ(::stat((root / path).c_str(), &status), 0);
        EXPECT_EQ(status.st_uid, kService) << path;
    }
    struct stat status {};
    ASSERT_EQ(::stat((root / kOldState).c_str(), &status), 0);
    EXPECT_EQ(status.st_uid, kService);
}

// --- Archives that are no good ----------------------------------------------------------------

TEST_F(Restore, RefusesAnArchiveThatIsNotThere) {
    auto missing = folder / "nie-ma.tar.gz";
    EXPECT_THROW(std::ignore = restore_from(missing), generator::FileError);
    EXPECT_EQ(mark_of(root), "nowy");
    EXPECT_THROW(std::ignore = restore({folder / "nowa", missing, kNow}), generator::FileError);
    EXPECT_FALSE(fs::exists(folder / "nowa"));
}

TEST_F(Restore, RefusesWhatIsNoBackupOfOurs) {
    generator::write_file(folder / "obraz.png", "\x89PNG nie archiwum");
    generator::write_file(folder / "puste", "");
    CraftedTar foreign;
    foreign.add_file("index.html", "cudze");
    foreign.end();
    generator::write_file(folder / "obce.tar", foreign.bytes());
    for (const auto* file : {"obraz.png", "puste", "obce.tar"}) {
        auto faults = refused(folder / file);
        ASSERT_EQ(faults.size(), 1U) << file;
        EXPECT_TRUE(faults[0].message.starts_with("to nie jest kopia zapasowa")) << file;
    }
}

TEST_F(Restore, RefusesAnArchiveCutAnywhere) {
    auto size = fs::file_size(archive);
    for (std::uintmax_t left = 0; left < size; left += 1 + size / 60) {
        EXPECT_FALSE(
            refused(changed_archive([&](std::string& bytes) { bytes.resize(left); })).empty());
    }
    EXPECT_FALSE(
        refused(changed_archive([&](std::string& bytes) { bytes.resize(size - 9); })).empty());
}

/// A disk or a line that changes one byte. Where the byte means nothing (the blank space behind a
/// file, gzip's own sum), everything comes back right; anywhere else it is noticed.
TEST_F(Restore, NoticesAnyChangedByteThatMatters) {
    auto size = fs::file_size(archive);
    auto copy = folder / "sprawdzenie";
    int noticed = 0;
    int tried = 0;
    for (std::uintmax_t at = 0; at < size; at += 1 + size / 60, ++tried) {
        auto damaged = changed_archive([&](std::string& bytes) { bytes[at] ^= 0x10; });
        fs::remove_all(copy);
        if (restore({copy, damaged, kNow}).ok()) {
            EXPECT_EQ(mark_of(copy), "stary") << at;
        } else {
            EXPECT_TRUE(fs::is_empty(copy)) << at;
            ++noticed;
        }
    }
    EXPECT_GT(noticed, tried * 3 / 4);
}

TEST_F(Restore, ReportsEveryFileWithAWrongSum) {
    CraftedTar tar;
    Manifest manifest{"0.1.0", kNow, {}};
    for (const auto* name : {"content", "content/a.md", "content/b.md", "okienko.toml"}) {
        bool folder = std::string_view{name} == "content";
        manifest.entries.push_back(folder ? ManifestEntry{EntryKind::Folder, name, 0, {}}
                                          : ManifestEntry{EntryKind::File, name, 3, sha256("abc")});
    }
    tar.add_file(std::string{kManifestPath}, to_text(manifest));
    tar.add("content", '5', "");
    tar.add_file("content/a.md", "xyz");
    tar.add_file("content/b.md", "abc");
    tar.add_file("okienko.toml", "xyz");
    tar.end();
    auto faults = refused(tar);
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_EQ(faults[0], (Fault{"content/a.md", "suma kontrolna się nie zgadza"}));
    EXPECT_EQ(faults[1], (Fault{"okienko.toml", "suma kontrolna się nie zgadza"}));
}

/// One member more or another one than the manifest says: whatever it is, it is not unpacked.
TEST_F(Restore, RefusesMembersThatTheManifestDoesNotName) {
    const Manifest manifest{"0.1.0", kNow, {{EntryKind::File, "okienko.toml", 3, sha256("abc")}}};
    const auto outside = (folder / "na-zewnatrz").string();
    struct Member {
        std::string path;
        char type;
        std::string target;
    };
    for (const auto& member : {Member{"../na-zewnatrz", '0', ""},
                               Member{outside, '0', ""},
                               Member{"content", '2', folder.path().string()},
                               Member{"okienko.toml", '2', "/etc/passwd"},
                               Member{"okienko.toml", '1', "/etc/passwd"},
                               Member{"okienko.toml", '6', ""},
                               Member{"okienko.toml", '5', ""},
                               Member{"content", '5', ""}}) {
        CraftedTar instead;
        instead.add_file(std::string{kManifestPath}, to_text(manifest));
        instead.add(member.path, member.type, "", member.target);
        instead.end();
        EXPECT_FALSE(refused(instead).empty()) << member.path << member.type;
        CraftedTar besides;
        besides.add_file(std::string{kManifestPath}, to_text(manifest));
        besides.add_file("okienko.toml", "abc");
        besides.add(member.path, member.type, "", member.target);
        besides.end();
        EXPECT_FALSE(refused(besides).empty()) << member.path << member.type;
    }
    EXPECT_FALSE(fs::exists(outside));
}

TEST_F(Restore, RefusesAnEvilManifest) {
    for (const std::string path : {"../na-zewnatrz", "/tmp/na-zewnatrz", "content/../../x"}) {
        CraftedTar tar;
        tar.add_file(std::string{kManifestPath},
                     to_text({"0.1.0", kNow, {{EntryKind::File, path, 3, sha256("abc")}}}));
        tar.add_file(path, "abc");
        tar.end();
        EXPECT_FALSE(refused(tar).empty()) << path;
    }
    EXPECT_FALSE(fs::exists(folder / "na-zewnatrz"));
}

/// An archive that somebody made with care, of databases that are none.
TEST_F(Restore, RefusesDatabasesThatCannotBeUsed) {
    auto archive_of = [this](const std::function<void(const fs::path&)>& change) {
        auto other = folder / "inne";
        fs::remove_all(other);
        make_marked_centre(other, "inny");
        change(other / "catalogue.db");
        auto bytes = generator::read_file(other / "catalogue.db");
        CraftedTar tar;
        tar.add_file(
            std::string{kManifestPath},
            to_text(
                {"0.1.0", kNow, {{EntryKind::File, "catalogue.db", bytes.size(), sha256(bytes)}}}));
        tar.add_file("catalogue.db", bytes);
        tar.end();
        return tar;
    };
    auto no_database = refused(archive_of(
        [](const fs::path& file) { generator::write_file(file, std::string(9000, 'x')); }));
    EXPECT_EQ(no_database, (Faults{{"catalogue.db", "to nie jest baza danych"}}));

    auto damaged = refused(archive_of([](const fs::path& file) {
        auto bytes = generator::read_file(file);
        bytes.replace(4 * 4096, 20'000, 20'000, 'x');
        generator::write_file(file, bytes);
    }));
    ASSERT_EQ(damaged.size(), 1U);
    EXPECT_TRUE(damaged[0].message.starts_with("baza jest uszkodzona")) << damaged[0].message;

    auto newer = refused(archive_of([](const fs::path& file) {
        SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 999");
    }));
    ASSERT_EQ(newer.size(), 1U);
    EXPECT_TRUE(newer[0].message.starts_with("baza ma układ nr 999")) << newer[0].message;
}

}  // namespace
}  // namespace okienko::backup
