#include "db/migrations.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "db/error.hpp"
#include "model/card_fields.hpp"
#include "model/catalogue.hpp"
#include "model/field.hpp"

namespace okienko::db {
namespace {

std::filesystem::path source_root() {
    return OKIENKO_SOURCE_DIR;
}

SQLite::Database in_memory() {
    return {":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
}

SQLite::Database migrated(std::span<const Migration> migrations = catalogue_migrations()) {
    auto database = in_memory();
    migrate(database, migrations);
    return database;
}

std::string file_text(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

std::string schema_of(const SQLite::Database& database) {
    std::string schema;
    SQLite::Statement query(database,
                            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid");
    while (query.executeStep()) schema += query.getColumn(0).getString() + ";\n\n";
    schema.pop_back();
    return schema;
}

std::string without_spaces(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
}

/// The CHECK that lets a column hold the names of a choice, without spaces: "(kindIN('a','b'))" for
/// two, "(kind='a'ORkind='b'ORkind='c')" for more.
template <class E>
std::string expected_check(const std::string& column) {
    const auto& names = model::Choice<E>::kNames;
    bool two = names.size() == 2;
    std::string check;
    for (auto name : names) {
        if (!check.empty()) check += two ? "," : "OR";
        check += (two ? "'" : column + "='") + std::string{name} + "'";
    }
    return two ? "(" + column + "IN(" + check + "))" : "(" + check + ")";
}

std::set<std::string> rows(const SQLite::Database& database, const std::string& sql) {
    std::set<std::string> values;
    SQLite::Statement query(database, sql);
    while (query.executeStep()) values.insert(query.getColumn(0).getString());
    return values;
}

/// Both databases: the folder of one in db/, and its migrations.
const std::pair<const char*, std::span<const Migration>> kDatabases[] = {
    {"catalogue", catalogue_migrations()}, {"office", office_migrations()}};

TEST(Migrations, LeadToTheSchemaThatStandsBesideThem) {
    for (const auto& [name, migrations] : kDatabases) {
        auto golden = source_root() / "db" / name / "schema.sql";
        auto schema = schema_of(migrated(migrations));
        if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(golden) << schema;
        EXPECT_EQ(file_text(golden), schema);
    }
}

TEST(Migrations, AreEmbeddedAsTheFilesAreInTheOrderOfTheirNumbers) {
    for (const auto& [name, migrations] : kDatabases) {
        auto folder = source_root() / "db" / name / "migrations";
        int expected = 0;
        for (const auto& migration : migrations) {
            EXPECT_EQ(++expected, migration.number);
            EXPECT_EQ(file_text(folder / (std::string{migration.name} + ".sql")), migration.sql);
        }
        auto files = std::filesystem::directory_iterator(folder);
        EXPECT_EQ(std::distance(begin(files), end(files)), expected);
    }
}

TEST(Migrations, RunTwiceChangeNothing) {
    auto database = migrated();
    database.exec("INSERT INTO domain (number, slug, name, description) VALUES (1, 'a', 'A', '')");
    auto schema = schema_of(database);
    migrate(database, catalogue_migrations());
    EXPECT_EQ(schema, schema_of(database));
    EXPECT_EQ(schema_version(database), catalogue_migrations().back().number);
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM domain").getInt(), 1);
}

TEST(Migrations, RunOnlyThoseThatTheDatabaseHasNotSeen) {
    const Migration first[] = {{1, "0001_a", "CREATE TABLE a (id INTEGER)"}};
    const Migration both[] = {first[0], {2, "0002_b", "CREATE TABLE b (id INTEGER)"}};
    auto database = in_memory();
    migrate(database, first);
    EXPECT_EQ(schema_version(database), 1);
    EXPECT_THROW(require_migrated(database, both), DatabaseError);
    migrate(database, both);
    EXPECT_EQ(schema_version(database), 2);
    EXPECT_TRUE(database.tableExists("b"));
    EXPECT_NO_THROW(require_migrated(database, both));
}

TEST(Migrations, LeaveNothingOfOneThatFails) {
    const Migration broken[] = {{1, "0001_a", "CREATE TABLE a (id INTEGER); CREATE TABLE"}};
    auto database = in_memory();
    EXPECT_THROW(migrate(database, broken), SQLite::Exception);
    EXPECT_FALSE(database.tableExists("a"));
    EXPECT_EQ(schema_version(database), 0);
}

TEST(Migrations, RefuseADatabaseNewerThanTheProgram) {
    auto database = migrated();
    database.exec("PRAGMA user_version = 9999");
    EXPECT_THROW(migrate(database, catalogue_migrations()), DatabaseError);
    try {
        require_migrated(database, catalogue_migrations());
        FAIL() << "a newer database was accepted";
    } catch (const DatabaseError& error) {
        EXPECT_NE(std::string{error.what()}.find("9999"), std::string::npos);
        EXPECT_EQ(error.remedy(), "zainstaluj nowszą wersję programu okienko");
    }
    EXPECT_EQ(schema_version(database), 9999);
}

class CatalogueSchema : public testing::Test {
  protected:
    template <class E>
    void expect_choice(const std::string& column) const {
        auto check = expected_check<E>(column);
        EXPECT_NE(schema.find(check), std::string::npos) << "no CHECK " << check;
    }

    [[nodiscard]] bool refuses(const std::string& sql) {
        return database.tryExec(sql) != SQLite::OK;
    }

    SQLite::Database database = migrated();
    std::string schema = without_spaces(schema_of(database));
};

TEST_F(CatalogueSchema, ChecksChoicesOfServicesAgainstTheNamesOfTheModel) {
    expect_choice<model::ServiceKind>("kind");
    expect_choice<model::ServiceStatus>("status");
    expect_choice<model::Task>("task");
    expect_choice<model::DeliveryMode>("value");
    expect_choice<model::Applicant>("value");
    expect_choice<model::DecisionMode>("decision_mode");
    expect_choice<model::FeeMode>("fee_mode");
    expect_choice<model::ConditionKind>("kind");
    expect_choice<model::Necessity>("necessity");
    expect_choice<model::DocumentForm>("form");
    expect_choice<model::FeePer>("per");
    expect_choice<model::GdprClass>("gdpr_class");
    expect_choice<model::CapacityUnit>("unit");
}

TEST_F(CatalogueSchema, ChecksChoicesOfSchedulesAndCriteriaAgainstTheNamesOfTheModel) {
    expect_choice<model::Frequency>("frequency");
    expect_choice<model::Holidays>("holidays");
    expect_choice<model::Booking>("booking");
    expect_choice<model::ExceptionKind>("kind");
    expect_choice<model::Residence>("residence");
    expect_choice<model::Household>("value");
    expect_choice<model::Certificate>("value");
    expect_choice<model::Employment>("value");
    expect_choice<model::Role>("value");
    expect_choice<model::Need>("value");
}

TEST_F(CatalogueSchema, ChecksChoicesOfOtherCardsAgainstTheNamesOfTheModel) {
    expect_choice<model::ProviderKind>("kind");
    expect_choice<model::AccessibilityFeature>("feature");
    expect_choice<model::FeatureState>("state");
    expect_choice<model::LocalityKind>("kind");
    expect_choice<model::IndicatorUnit>("unit");
    expect_choice<model::DocumentType>("type");
}

TEST_F(CatalogueSchema, HasAColumnForEveryPlainFieldOfTheServiceCard) {
    auto columns = rows(database, "SELECT name FROM pragma_table_info('service')");
    for (const auto& field : model::service_fields()) {
        if (field.count == model::Count::List) continue;
        std::string key{field.key};
        bool stored = columns.contains(key == "id" ? "uuid" : key) || columns.contains(key + "_id");
        EXPECT_TRUE(stored) << key;
    }
}

TEST_F(CatalogueSchema, RefusesDaysThatDoNotExist) {
    auto document = [](const std::string& date) {
        return "INSERT INTO document (slug, title, type, date, version, summary) VALUES ('" + date +
               "', '', 'form', '" + date + "', '', '')";
    };
    EXPECT_FALSE(refuses(document("2024-02-29")));
    EXPECT_TRUE(refuses(document("2026-02-29")));
    EXPECT_TRUE(refuses(document("2026-2-01")));
    EXPECT_TRUE(refuses(document("2026-02-01 10:00")));
}

TEST_F(CatalogueSchema, RefusesTimesThatDoNotExist) {
    database.exec("PRAGMA foreign_keys = OFF");
    auto extra = [](const std::string& starts) {
        return "INSERT INTO schedule_exception (schedule_id, position, date, kind, starts, note) "
               "SELECT 1, count(*), '2026-03-01', 'extra', '" +
               starts + "', '' FROM schedule_exception";
    };
    EXPECT_FALSE(refuses(extra("00:00")));
    EXPECT_FALSE(refuses(extra("24:00")));
    EXPECT_TRUE(refuses(extra("24:01")));
    EXPECT_TRUE(refuses(extra("9:00")));
}

TEST_F(CatalogueSchema, RefusesMoneyBelowZero) {
    std::string line =
        "INSERT INTO budget_line (year, name, task, source, plan) "
        "VALUES (2026, '', 'own', '', ";
    EXPECT_FALSE(refuses(line + "0)"));
    EXPECT_TRUE(refuses(line + "-1)"));
}

}  // namespace
}  // namespace okienko::db
