#include "db/catalogue_store.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <functional>
#include <string>
#include <thread>

#include "db/error.hpp"
#include "tests/db/full_catalogue.hpp"
#include "tests/db/unwritable_directory.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::db {
namespace {

namespace fs = std::filesystem;

class CatalogueStore : public testing::Test {
  protected:
    CatalogueStore() { create_catalogue(file); }

    tests::TemporaryFolder directory;
    fs::path file = directory.path() / "catalogue.db";
};

/// What DatabaseError says, or a failure of the test when nothing is thrown.
template <class Action>
std::string message_of(Action action) {
    try {
        action();
    } catch (const DatabaseError& error) {
        return error.what();
    }
    ADD_FAILURE() << "no DatabaseError";
    return {};
}

/// Says which lists differ: a whole catalogue is too long to print.
std::string differences(const model::Catalogue& written, const model::Catalogue& read) {
    std::string names;
    auto compare = [&](const char* name, const auto& list) {
        if (written.*list != read.*list) names += std::string{name} + " ";
    };
    compare("domains", &model::Catalogue::domains);
    compare("audiences", &model::Catalogue::audiences);
    compare("situations", &model::Catalogue::situations);
    compare("localities", &model::Catalogue::localities);
    compare("programmes", &model::Catalogue::programmes);
    compare("documents", &model::Catalogue::documents);
    compare("places", &model::Catalogue::places);
    compare("providers", &model::Catalogue::providers);
    compare("services", &model::Catalogue::services);
    compare("indicators", &model::Catalogue::indicators);
    compare("budget_lines", &model::Catalogue::budget_lines);
    compare("service_translations", &model::Catalogue::service_translations);
    return names;
}

TEST_F(CatalogueStore, IsEmptyWhenCreated) {
    EXPECT_EQ(read_catalogue(file), model::Catalogue{});
}

TEST_F(CatalogueStore, GivesBackEveryMemberInTheOrderWritten) {
    auto written = full_catalogue();
    write_catalogue(file, written);
    auto read = read_catalogue(file);
    EXPECT_EQ(differences(written, read), "");
    EXPECT_TRUE(written == read);
}

TEST_F(CatalogueStore, KeepsTheOrderWhenListsAreTurnedRound) {
    auto turned = full_catalogue();
    std::ranges::reverse(turned.services);
    std::ranges::reverse(turned.providers);
    std::ranges::reverse(turned.documents);
    std::ranges::rotate(turned.service_translations, turned.service_translations.end() - 1);
    for (auto& service : turned.services) {
        std::ranges::reverse(service.schedules);
        std::ranges::reverse(service.criteria);
        std::ranges::reverse(service.domains);
        std::ranges::reverse(service.aliases);
    }
    write_catalogue(file, turned);
    EXPECT_EQ(differences(turned, read_catalogue(file)), "");
}

TEST_F(CatalogueStore, ReplacesEverythingThatWasThere) {
    write_catalogue(file, full_catalogue());
    auto smaller = full_catalogue();
    smaller.services.resize(2);
    for (auto& service : smaller.services) service.related.clear();
    smaller.indicators.clear();
    smaller.budget_lines.clear();
    smaller.service_translations.pop_back();
    smaller.situations[0].phrases.clear();
    write_catalogue(file, smaller);
    EXPECT_EQ(differences(smaller, read_catalogue(file)), "");
    write_catalogue(file, {});
    EXPECT_EQ(read_catalogue(file), model::Catalogue{});
}

TEST_F(CatalogueStore, KeepsWhatItHoldsWhenCreatedAgain) {
    write_catalogue(file, full_catalogue());
    create_catalogue(file);
    EXPECT_TRUE(read_catalogue(file) == full_catalogue());
}

TEST_F(CatalogueStore, IsWholeInTheFileAloneSoThatItCanBeCopied) {
    write_catalogue(file, full_catalogue());
    auto copy = directory.path() / "kopia.db";
    fs::copy_file(file, copy);
    EXPECT_TRUE(read_catalogue(copy) == full_catalogue());
}

TEST_F(CatalogueStore, RefusesEveryKindOfBrokenReferenceAndKeepsTheOldContent) {
    using Catalogue = model::Catalogue;
    const std::vector<std::function<std::string*(Catalogue&)>> references = {
        [](Catalogue& c) { return &c.providers[0].place; },
        [](Catalogue& c) { return &c.providers[0].activity_domains[1]; },
        [](Catalogue& c) { return &c.services[0].programme; },
        [](Catalogue& c) { return &c.services[0].provider; },
        [](Catalogue& c) { return &c.services[0].domains[1]; },
        [](Catalogue& c) { return &c.services[0].audiences[1]; },
        [](Catalogue& c) { return &c.services[0].situations[1]; },
        [](Catalogue& c) { return &c.services[0].partners[1]; },
        [](Catalogue& c) { return &c.services[0].places[1]; },
        [](Catalogue& c) { return &c.services[0].areas[1]; },
        [](Catalogue& c) { return &c.services[0].related[1]; },
        [](Catalogue& c) { return &c.services[0].schedules[0].place; },
        [](Catalogue& c) { return &c.indicators[0].service; },
        [](Catalogue& c) { return &c.budget_lines[0].service; },
    };
    write_catalogue(file, full_catalogue());
    for (const auto& reference : references) {
        auto broken = full_catalogue();
        *reference(broken) = "nie-ma-takiej";
        auto message = message_of([&] { write_catalogue(file, broken); });
        EXPECT_NE(message.find("„nie-ma-takiej”"), std::string::npos) << message;
    }
    EXPECT_TRUE(read_catalogue(file) == full_catalogue());
}

TEST_F(CatalogueStore, KeepsReferencesToDocumentsThatAreContentPages) {
    auto catalogue = full_catalogue();
    catalogue.services[0].application_form = "wniosek-ze-strony";
    catalogue.documents[0].annex_to = "uchwala-ze-strony";
    write_catalogue(file, catalogue);
    EXPECT_TRUE(read_catalogue(file) == catalogue);
}

TEST_F(CatalogueStore, RefusesASecondCardWithTheSameSlug) {
    auto twice = full_catalogue();
    twice.services[1].slug = twice.services[2].slug;
    EXPECT_NE(message_of([&] { write_catalogue(file, twice); }).find("service.slug"),
              std::string::npos);
}

TEST_F(CatalogueStore, SaysToInitialiseWhenThereIsNoFile) {
    auto missing = directory.path() / "nie-ma.db";
    for (const auto& message : {message_of([&] { read_catalogue(missing); }),
                                message_of([&] { write_catalogue(missing, {}); })}) {
        EXPECT_NE(message.find(missing.string()), std::string::npos);
        EXPECT_NE(message.find("uruchom: okienko init"), std::string::npos);
    }
    EXPECT_FALSE(fs::exists(missing));
}

TEST_F(CatalogueStore, SaysThatAFileOfAnotherKindIsNoDatabase) {
    auto text = directory.path() / "notatki.db";
    std::ofstream(text) << std::string(5000, 'a');
    for (const auto& message : {message_of([&] { read_catalogue(text); }),
                                message_of([&] { create_catalogue(text); }),
                                message_of([&] { write_catalogue(text, {}); })}) {
        EXPECT_NE(message.find("nie jest bazą danych"), std::string::npos) << message;
        EXPECT_NE(message.find("uruchom: okienko init"), std::string::npos) << message;
    }
}

TEST_F(CatalogueStore, SaysToInitialiseAnOlderDatabase) {
    auto older = directory.path() / "pusta.db";
    SQLite::Database(older.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE a (id INTEGER)");
    for (const auto& message : {message_of([&] { read_catalogue(older); }),
                                message_of([&] { write_catalogue(older, {}); })}) {
        EXPECT_NE(message.find("uruchom: okienko init"), std::string::npos) << message;
    }
}

TEST_F(CatalogueStore, RefusesADatabaseNewerThanTheProgram) {
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 9999");
    for (const auto& message : {message_of([&] { read_catalogue(file); }),
                                message_of([&] { create_catalogue(file); }),
                                message_of([&] { write_catalogue(file, {}); })}) {
        EXPECT_NE(message.find("zainstaluj nowszą wersję"), std::string::npos) << message;
    }
}

TEST_F(CatalogueStore, SaysWhatIsWrongWithADamagedValue) {
    write_catalogue(file, full_catalogue());
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA ignore_check_constraints = ON");
    database.exec("UPDATE service SET status = 'zagadka'");
    EXPECT_NE(message_of([&] { read_catalogue(file); }).find("„zagadka”"), std::string::npos);
}

TEST_F(CatalogueStore, ShowsTheOldContentWhileAnotherConnectionWrites) {
    write_catalogue(file, full_catalogue());
    SQLite::Database writer(file.string(), SQLite::OPEN_READWRITE);
    SQLite::Transaction transaction(writer, SQLite::TransactionBehavior::IMMEDIATE);
    writer.exec("DELETE FROM indicator");
    EXPECT_EQ(read_catalogue(file).indicators.size(), 2U);
    transaction.commit();
    EXPECT_EQ(read_catalogue(file).indicators.size(), 0U);
}

TEST_F(CatalogueStore, NeverShowsHalfOfAWrite) {
    const auto full = full_catalogue();
    write_catalogue(file, full);
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        for (int i = 0; !stop; ++i) write_catalogue(file, i % 2 == 0 ? model::Catalogue{} : full);
    });
    for (int i = 0; i < 100; ++i) {
        auto read = read_catalogue(file);
        EXPECT_TRUE(read == full || read == model::Catalogue{});
    }
    stop = true;
    writer.join();
}

TEST_F(CatalogueStore, SaysThatItIsBusyWhenAnotherWriterDoesNotEnd) {
    SQLite::Database writer(file.string(), SQLite::OPEN_READWRITE);
    SQLite::Transaction transaction(writer, SQLite::TransactionBehavior::IMMEDIATE);
    EXPECT_NE(message_of([&] { write_catalogue(file, {}); }).find("zajęta"), std::string::npos);
}

TEST_F(CatalogueStore, IsReadInADirectoryThatIsNotWritable) {
    write_catalogue(file, full_catalogue());
    make_read_only(directory.path());
    WithoutRootPrivileges guard;
    EXPECT_TRUE(read_catalogue(file) == full_catalogue());
    EXPECT_NE(message_of([&] { write_catalogue(file, {}); }).find("uprawnienia"),
              std::string::npos);
}

TEST_F(CatalogueStore, IsReadInADirectoryThatIsNotWritableAfterAnotherReader) {
    write_catalogue(file, full_catalogue());
    read_catalogue(file);  // Leaves an empty "-wal": a read-only connection cannot delete it.
    make_read_only(directory.path());
    WithoutRootPrivileges guard;
    EXPECT_TRUE(read_catalogue(file) == full_catalogue());
}

TEST_F(CatalogueStore, IsReadInADirectoryThatIsNotWritableWhileItsOwnerWrites) {
    write_catalogue(file, full_catalogue());
    SQLite::Database writer(file.string(), SQLite::OPEN_READWRITE);
    writer.exec("DELETE FROM budget_line");
    make_read_only(directory.path());
    WithoutRootPrivileges guard;
    EXPECT_TRUE(read_catalogue(file).budget_lines.empty());
}

}  // namespace
}  // namespace okienko::db
