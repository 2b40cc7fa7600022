#include "db/connection.hpp"

#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <chrono>

#include "db/catalogue_store.hpp"
#include "tests/db/full_catalogue.hpp"
#include "tests/db/unwritable_directory.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::db {
namespace {

using namespace std::chrono_literals;

bool unchanged(const ReadingConnection& connection) {
    try {
        connection.require_unchanged();
        return true;
    } catch (const DatabaseError&) {
        return false;
    }
}

class Connection : public testing::Test {
  protected:
    Connection() { create_catalogue(file); }

    tests::TemporaryFolder directory;
    std::filesystem::path file = directory.path() / "nazwa ze spacją #1 50%?.db";
};

TEST_F(Connection, ForWritingIsDurableAndChecksReferences) {
    auto database = open_for_writing(file, MissingFile::Refuse);
    EXPECT_EQ(database.execAndGet("PRAGMA journal_mode").getString(), "wal");
    EXPECT_EQ(database.execAndGet("PRAGMA synchronous").getInt(), 2);
    EXPECT_EQ(database.execAndGet("PRAGMA foreign_keys").getInt(), 1);
    EXPECT_EQ(database.execAndGet("PRAGMA busy_timeout").getInt(), 5000);
}

TEST_F(Connection, ForReadingCannotWrite) {
    ReadingConnection connection(file);
    EXPECT_THROW(connection.database().exec("DELETE FROM service"), SQLite::Exception);
}

TEST_F(Connection, NoticesAWriterThatCameWhileItReadWithoutLocks) {
    std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() - 1h);
    make_read_only(directory.path());
    auto connection = [this] {
        WithoutRootPrivileges guard;
        return ReadingConnection(file);
    }();
    EXPECT_TRUE(unchanged(connection));
    make_writable(directory.path());
    write_catalogue(file, full_catalogue());
    EXPECT_FALSE(unchanged(connection));
}

TEST_F(Connection, WithLocksDoesNotMindAWriter) {
    ReadingConnection connection(file);
    write_catalogue(file, full_catalogue());
    EXPECT_TRUE(unchanged(connection));
}

}  // namespace
}  // namespace okienko::db
