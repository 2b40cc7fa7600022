#include "db/unlogged_writing.hpp"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "db/catalogue_store.hpp"
#include "db/catalogue_update.hpp"
#include "db/connection.hpp"
#include "tests/db/full_catalogue.hpp"
#include "tests/db/unwritable_directory.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::db {
namespace {

namespace fs = std::filesystem;

class Filling : public testing::Test {
  protected:
    Filling() { create_catalogue(file); }

    [[nodiscard]] fs::path beside(const char* ending) const { return file.string() + ending; }

    [[nodiscard]] static CardList places_of(const model::Catalogue& catalogue) {
        CardList cards;
        for (const auto& place : catalogue.places) cards.places.push_back(&place);
        return cards;
    }

    [[nodiscard]] std::string journal_mode() const {
        SQLite::Database database(file.string());
        return database.execAndGet("PRAGMA journal_mode").getString();
    }

    tests::TemporaryFolder folder;
    fs::path file = folder / "catalogue.db";
    model::Catalogue all = full_catalogue();
};

TEST_F(Filling, OfAnEmptyCatalogueNeedsNoLog) {
    CatalogueUpdate update{file};
    update.put(places_of(all));
    EXPECT_FALSE(fs::exists(beside("-wal")));
    EXPECT_TRUE(fs::exists(beside("-journal")));
    update.commit();
    EXPECT_FALSE(fs::exists(beside("-journal")));
    EXPECT_TRUE(read_catalogue(file).places == all.places);
}

TEST_F(Filling, SwitchesTheLogOnAgainWhetherItSucceedsOrNot) {
    { CatalogueUpdate{file}.put(places_of(all)); }
    EXPECT_EQ(journal_mode(), "wal");
    EXPECT_TRUE(read_catalogue(file).places.empty());
    {
        CatalogueUpdate update{file};
        update.put(places_of(all));
        update.commit();
    }
    EXPECT_EQ(journal_mode(), "wal");
}

TEST_F(Filling, LetsThoseReadWhoHaveTheEmptyCatalogueOpen) {
    ReadingConnection reader{file};
    SQLite::Transaction moment{reader.database()};
    auto seen = [&] { return reader.database().execAndGet("SELECT count(*) FROM place").getInt(); };
    EXPECT_EQ(seen(), 0);
    CatalogueUpdate update{file};
    update.put(places_of(all));
    update.commit();
    EXPECT_EQ(seen(), 0);
    EXPECT_TRUE(read_catalogue(file).places == all.places);
}

TEST_F(Filling, OfACatalogueWithServicesKeepsTheLogForReaders) {
    write_catalogue(file, all);
    CatalogueUpdate update{file};
    update.put(places_of(all));
    EXPECT_TRUE(fs::exists(beside("-wal")));
    EXPECT_FALSE(fs::exists(beside("-journal")));
}

/// What a power cut leaves: pages that are half-way in the file, and the journal beside it.
class BrokenOff : public Filling {
  protected:
    BrokenOff() {
        auto database = open_for_writing(file, MissingFile::Refuse);
        UnloggedWriting unlogged{database};
        SQLite::Transaction transaction{database};
        database.exec("CREATE TABLE half (a); DROP TABLE place");
        EXPECT_EQ(sqlite3_db_cacheflush(database.getHandle()), SQLITE_OK);
        fs::create_directory(left.parent_path());
        for (const auto* ending : {"", "-journal"}) {
            fs::copy_file(file.string() + ending, left.string() + ending);
        }
    }

    fs::path left = folder / "left/catalogue.db";
};

TEST_F(BrokenOff, FillingIsTakenBackByWhoReadsNext) {
    EXPECT_TRUE(read_catalogue(left) == model::Catalogue{});
    EXPECT_FALSE(fs::exists(left.string() + "-journal"));
}

TEST_F(BrokenOff, FillingIsNotReadByWhoCannotTakeItBack) {
    make_read_only(left.parent_path());
    WithoutRootPrivileges guard;
    EXPECT_THROW(read_catalogue(left), DatabaseError);
}

}  // namespace
}  // namespace okienko::db
