#include "db/database_copy.hpp"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "db/catalogue_store.hpp"
#include "db/connection.hpp"
#include "tests/db/full_catalogue.hpp"
#include "tests/db/unwritable_directory.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::db {
namespace {

namespace fs = std::filesystem;

class DatabaseCopy : public testing::Test {
  protected:
    DatabaseCopy() { create_catalogue(file); }

    /// What a careless disk does: other bytes in the middle of the file.
    void damage(std::streamoff at) const {
        std::fstream bytes{file, std::ios::in | std::ios::out | std::ios::binary};
        bytes.seekp(at);
        bytes << std::string(20'000, 'x');
    }

    tests::TemporaryFolder directory;
    fs::path file = directory / "catalogue.db";
    fs::path copy = directory / "kopia.db";
};

TEST_F(DatabaseCopy, HoldsWhatTheOriginalHolds) {
    write_catalogue(file, full_catalogue());
    copy_database(file, copy);
    EXPECT_EQ(integrity_fault(copy), std::nullopt);
    EXPECT_EQ(schema_version_of(copy), schema_version_of(file));
    EXPECT_TRUE(read_catalogue(copy) == full_catalogue());
}

TEST_F(DatabaseCopy, HoldsWhatIsOnlyInTheWriteAheadLog) {
    auto writer = open_for_writing(file, MissingFile::Refuse);
    writer.exec("CREATE TABLE note (text TEXT)");
    writer.exec("INSERT INTO note (text) VALUES ('świeże')");
    ASSERT_GT(fs::file_size(directory / "catalogue.db-wal"), 0U);
    copy_database(file, copy);
    SQLite::Database copied(copy.string());
    EXPECT_EQ(copied.execAndGet("SELECT text FROM note").getString(), "świeże");
}

TEST_F(DatabaseCopy, IsOnePlainFile) {
    copy_database(file, copy);
    SQLite::Database copied(copy.string());
    EXPECT_EQ(copied.execAndGet("PRAGMA journal_mode").getString(), "delete");
    EXPECT_FALSE(fs::exists(directory / "kopia.db-wal"));
    EXPECT_FALSE(fs::exists(directory / "kopia.db-shm"));
}

TEST_F(DatabaseCopy, IsMadeFromADirectoryThatCannotBeWritten) {
    write_catalogue(file, full_catalogue());
    tests::TemporaryFolder elsewhere;
    fs::permissions(elsewhere.path(), fs::perms::all);
    make_read_only(directory.path());
    WithoutRootPrivileges guard;
    copy_database(file, elsewhere / "kopia.db");
    EXPECT_TRUE(read_catalogue(elsewhere / "kopia.db") == full_catalogue());
}

TEST_F(DatabaseCopy, ReportsItsProgressToTheEnd) {
    std::size_t done = 0;
    std::size_t total = 0;
    copy_database(file, copy, [&](std::size_t copied, std::size_t of) {
        EXPECT_GE(copied, done);
        done = copied;
        total = of;
    });
    EXPECT_GT(total, 0U);
    EXPECT_EQ(done, total);
}

/// Every commit changes all rows at once; a copy that shows two rounds is torn.
TEST_F(DatabaseCopy, ShowsOneMomentWhileOthersWrite) {
    auto writer = open_for_writing(file, MissingFile::Refuse);
    writer.exec("CREATE TABLE entry (round INTEGER, filling BLOB)");
    writer.exec(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
        "INSERT INTO entry SELECT 0, zeroblob(3000) FROM n");
    std::atomic<bool> stop = false;
    std::atomic<int> rounds = 0;
    std::thread writing([&] {
        while (!stop) {
            writer.exec("UPDATE entry SET round = round + 1");
            ++rounds;
        }
    });
    int copies = 0;
    while (copies < 10 || rounds < 20) {
        fs::remove(copy);
        copy_database(file, copy);
        SQLite::Database copied(copy.string());
        EXPECT_EQ(copied.execAndGet("SELECT count(DISTINCT round) FROM entry").getInt(), 1);
        EXPECT_EQ(copied.execAndGet("SELECT count(*) FROM entry").getInt(), 2000);
        ++copies;
    }
    stop = true;
    writing.join();
}

TEST_F(DatabaseCopy, OfNoDatabaseIsRefused) {
    EXPECT_THROW(copy_database(directory / "nie-ma.db", copy), DatabaseError);
    std::ofstream(directory / "lista.db") << std::string(5000, 'a');
    EXPECT_THROW(copy_database(directory / "lista.db", copy), DatabaseError);
}

TEST_F(DatabaseCopy, IsSoundUnlessItsPagesAreNot) {
    write_catalogue(file, full_catalogue());
    copy_database(file, copy);
    EXPECT_EQ(integrity_fault(copy), std::nullopt);
    fs::rename(copy, file);
    damage(5 * 4096);
    ASSERT_TRUE(integrity_fault(file));
    EXPECT_TRUE(integrity_fault(file)->starts_with("baza jest uszkodzona"));
    damage(0);
    EXPECT_EQ(integrity_fault(file), "to nie jest baza danych");
}

}  // namespace
}  // namespace okienko::db
