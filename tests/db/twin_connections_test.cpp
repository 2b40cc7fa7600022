#include "db/twin_connections.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "db/catalogue_store.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::db {
namespace {

int rows_of(SQLite::Database& database) {
    return database.execAndGet("SELECT count(*) FROM domain").getInt();
}

TEST(TwinConnections, SeeTheSameMomentWhileAnotherConnectionWrites) {
    tests::TemporaryFolder folder;
    auto file = folder / "catalogue.db";
    create_catalogue(file);

    std::atomic<bool> stopped = false;
    std::atomic<int> written = 0;
    std::thread writer([&] {
        auto database = open_for_writing(file, MissingFile::Refuse);
        while (!stopped) {
            database.exec("DELETE FROM domain");
            database.exec(
                "INSERT INTO domain (number, slug, name, description) "
                "VALUES (1, 'obszar', 'Obszar', 'Opis.')");
            ++written;
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
        }
    });
    while (written == 0) std::this_thread::yield();
    int full = 0;
    for (int i = 0; i < 200; ++i) {
        TwinConnections twins(file);
        auto seen = rows_of(twins.first());
        full += seen;
        EXPECT_EQ(rows_of(twins.second()), seen);
    }
    stopped = true;
    writer.join();
    EXPECT_GT(full, 0);
    EXPECT_GT(written, 1);
}

TEST(TwinConnections, KeepSeeingTheMomentAtWhichTheyBegan) {
    tests::TemporaryFolder folder;
    auto file = folder / "catalogue.db";
    create_catalogue(file);
    TwinConnections twins(file);
    EXPECT_NE(&twins.first(), &twins.second());
    auto writer = open_for_writing(file, MissingFile::Refuse);
    writer.exec(
        "INSERT INTO domain (number, slug, name, description) "
        "VALUES (1, 'obszar', 'Obszar', 'Opis.')");
    EXPECT_EQ(rows_of(twins.first()), 0);
    EXPECT_EQ(rows_of(twins.second()), 0);
}

}  // namespace
}  // namespace okienko::db
