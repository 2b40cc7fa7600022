#include <SQLiteCpp/Database.h>

#include "db/error.hpp"
#include "exchange/json.hpp"
#include "tests/exchange/exchange_fixture.hpp"

namespace okienko::exchange {
namespace {

using testing::Test;

class Import : public ExchangeTest {
  protected:
    void SetUp() override {
        full_ = catalogue_of("demo.db", demo());
        std::istringstream all{exported(full_, Format::Hsds)};
        for (std::string line; std::getline(all, line);) lines_.push_back(line);
    }

    /// A line with one text of it replaced.
    static std::string with(std::string line, const std::string& old, const std::string& fresh) {
        auto at = line.find(old);
        EXPECT_NE(at, std::string::npos) << old;
        return line.replace(at, old.size(), fresh);
    }

    /// A line without one list of texts.
    static std::string without(std::string line, const std::string& key) {
        auto at = line.find("\"" + key + "\":[");
        if (at != std::string::npos) line.erase(at, line.find("],", at) + 2 - at);
        return line;
    }

    [[nodiscard]] const std::string& service(std::size_t index) const {
        return lines_[lines_.size() - demo().services.size() + index];
    }

    std::filesystem::path full_;
    std::vector<std::string> lines_;
};

TEST_F(Import, NamesLineColumnAndFieldOfEveryProblem) {
    auto bad = with(service(0), "\"assured_date\":\"2026-", "\"assured_date\":\"2026-13-");
    auto file = write("bad.ndjson",
                      service(1) + "\n" + bad + "\n{\"id\":\"x\",\"name\":\n" +
                          with(service(2), "\"status\":\"active\"", "\"status\":\"actve\"") + "\n");
    auto found = texts(import(full_, {file}));
    ASSERT_EQ(found.size(), 3U);
    EXPECT_TRUE(found[0].starts_with("2:")) << found[0];
    EXPECT_NE(found[0].find("pole assured_date: "), std::string::npos) << found[0];
    EXPECT_NE(found[0].find("2026-03-05"), std::string::npos) << found[0];
    EXPECT_TRUE(found[1].starts_with("3:")) << found[1];
    EXPECT_TRUE(found[2].starts_with("4:")) << found[2];
    EXPECT_NE(found[2].find("pole status: "), std::string::npos) << found[2];
    EXPECT_NE(found[2].find("(może „active”?)"), std::string::npos) << found[2];
}

TEST_F(Import, ShowsThePartOfALongLineAroundTheCaret) {
    auto file = write("bad.ndjson", with(service(0), "\"status\":\"active\"", "\"status\":\"x\""));
    auto outcome = import(full_, {file});
    ASSERT_FALSE(outcome.ok());
    const auto& problem = outcome.problems().front();
    EXPECT_LT(problem.source_line.size(), 200U);
    EXPECT_NE(problem.source_line.find("\"status\":\"x\""), std::string::npos);
    EXPECT_GT(problem.source_column, 1);
}

TEST_F(Import, TakesNothingOfABadFile) {
    auto into = fresh_catalogue();
    auto before = db::read_catalogue(into);
    std::string text;
    for (const auto& line : lines_) text += line + "\n";
    auto good = write("good.ndjson", text);
    auto bad = write("bad.ndjson", "{\"id\":1}\n");
    EXPECT_FALSE(import(into, {good, bad}).ok());
    EXPECT_EQ(db::read_catalogue(into), before);
}

TEST_F(Import, RefusesAnIdentifierThatIsThereTwice) {
    auto file = write("twice.ndjson", service(0) + "\n" + service(0) + "\n");
    auto found = texts(import(full_, {file}));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].starts_with("2:")) << found[0];
    EXPECT_NE(found[0].find("twice.ndjson:1"), std::string::npos) << found[0];
}

TEST_F(Import, RefusesASlugThatAnotherCardHas) {
    auto other = with(service(0), demo().services[0].id, "6a12c405-82ef-4e9c-ba4f-b2dd7721c600");
    auto found = texts(import(full_, {write("slug.ndjson", other)}));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].find("pole slug: "), std::string::npos) << found[0];
}

TEST_F(Import, RefusesAReferenceThatLeadsNowhere) {
    auto related = with(service(0), "\"related\":[\"", "\"related\":[\"nie-ma-takiej\",\"");
    auto found = texts(import(full_, {write("related.ndjson", related)}));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].find("pole related: „nie-ma-takiej” nie istnieje"), std::string::npos)
        << found[0];
    EXPECT_FALSE(found[0].starts_with("1:1:")) << found[0];
}

TEST_F(Import, KnowsACardByItsUuidAndNeverByItsName) {
    auto renamed = with(service(0), demo().services[0].name, "Zupełnie inna nazwa");
    auto outcome = import(full_, {write("renamed.ndjson", renamed)});
    ASSERT_TRUE(outcome.ok());
    EXPECT_EQ(count(outcome, kService, Fate::Changed), 1U);
    auto after = db::read_catalogue(full_);
    EXPECT_EQ(after.services.size(), demo().services.size());
    EXPECT_EQ(after.services[0].name, "Zupełnie inna nazwa");
}

TEST_F(Import, OnlySaysInADryRunWhatItWouldDo) {
    auto before = db::read_catalogue(full_);
    auto renamed = with(service(0), demo().services[0].name, "Zupełnie inna nazwa");
    auto file = write("dry.ndjson", renamed + "\n" + service(1) + "\n");
    auto outcome = import(full_, {file}, Effect::DryRun);
    ASSERT_TRUE(outcome.ok());
    EXPECT_EQ(count(outcome, kService, Fate::Changed), 1U);
    EXPECT_EQ(count(outcome, kService, Fate::Left), 1U);
    ASSERT_EQ(outcome.value().cards.size(), 1U);
    EXPECT_EQ(outcome.value().cards[0].name, demo().services[0].slug);
    EXPECT_EQ(db::read_catalogue(full_), before);
}

TEST_F(Import, TakesCardsInAnyOrder) {
    auto into = catalogue_of("into.db", {});
    std::string text;
    for (auto line = lines_.rbegin(); line != lines_.rend(); ++line) text += *line + "\n";
    auto outcome = import(into, {write("reverse.ndjson", text)});
    ASSERT_TRUE(outcome.ok()) << texts(outcome).front();
    EXPECT_EQ(in_order_of_slugs(db::read_catalogue(into)).services,
              in_order_of_slugs(db::read_catalogue(full_)).services);
}

TEST_F(Import, CountsACardOnceThatComesNestedBeforeItComesByItself) {
    auto into = fresh_catalogue();
    std::string text;
    for (auto line = lines_.rbegin(); line != lines_.rend(); ++line) text += *line + "\n";
    auto outcome = import(into, {write("reverse.ndjson", text)});
    ASSERT_TRUE(outcome.ok()) << texts(outcome).front();
    EXPECT_EQ(count(outcome, kProvider, Fate::Added), demo().providers.size());
    EXPECT_EQ(count(outcome, kService, Fate::Added), demo().services.size());
}

TEST_F(Import, LosesNoServiceWhoseProviderComesByItselfUnderAnotherName) {
    auto line = without(without(service(9), "related"), "partners");
    JsonReader reader;
    auto slug =
        std::get<model::Node>(reader.read(line)).table("organization").table("cus").text("slug");
    // The service comes before the words that its provider needs, so both have to wait.
    std::string text = line + "\n";
    for (const auto& each : lines_) {
        bool own =
            each.find("\"record\":\"organization\",\"slug\":\"" + slug + "\"") != std::string::npos;
        bool service = each.find("\"record\"") == std::string::npos;
        if (own) text += with(each, "\"slug\":\"" + slug + "\"", "\"slug\":\"inny\"") + "\n";
        if (!own && !service) text += each + "\n";
    }
    auto found = texts(import(catalogue_of("into.db", {}), {write("renamed.ndjson", text)}));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].find("pole provider: „" + slug + "” nie istnieje"), std::string::npos)
        << found[0];
}

TEST_F(Import, TakesOneServiceWithAllThatIsNestedInIt) {
    auto line = without(without(service(9), "related"), "partners");
    auto into = fresh_catalogue();
    auto outcome = import(into, {write("one.ndjson", line)});
    ASSERT_TRUE(outcome.ok()) << texts(outcome).front();
    auto catalogue = db::read_catalogue(into);
    EXPECT_EQ(catalogue.services.size(), 1U);
    EXPECT_EQ(catalogue.providers[0].slug, catalogue.services[0].provider);
    EXPECT_FALSE(catalogue.localities.empty());
}

TEST_F(Import, RefusesAKeyOfOurProfileThatNobodyKnows) {
    auto line = with(service(0), "\"related\":[", "\"relatd\":[");
    auto found = texts(import(full_, {write("key.ndjson", line)}));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].find("pole cus.relatd: nieznany klucz „relatd” (może „related”?)"),
              std::string::npos)
        << found[0];
}

TEST_F(Import, KeepsTheOldCatalogueWhenALaterBatchCannotBeWritten) {
    constexpr int kServices = 1200;  // More than one batch.
    std::string text;
    for (int i = 0; i < kServices; ++i) {
        text += R"({"id":"S-)" + std::to_string(i) +
                R"(","name":"Usługa","status":"active"})"
                "\n";
    }
    auto into = fresh_catalogue();
    SQLite::Database{into.string(), SQLite::OPEN_READWRITE}.exec(
        "CREATE TRIGGER refuse BEFORE INSERT ON service WHEN (SELECT count(*) FROM service) > 900 "
        "BEGIN SELECT RAISE(ABORT, 'dość'); END");
    EXPECT_THROW(static_cast<void>(import(into, {write("many.ndjson", text)})), db::DatabaseError);
    EXPECT_TRUE(db::read_catalogue(into).services.empty());
}

TEST_F(Import, SaysOnceWhatAFileOfAnotherKindIs) {
    using namespace std::string_literals;
    const std::pair<std::string, const char*> files[] = {
        {"PK\x03\x04"s, "arkusza"},
        {"\xD0\xCF\x11\xE0\xA1\xB1"s, "Excela"},
        {"%PDF-1.4\n%\xE2\n1 0 obj\n"s, "PDF"},
        {"\x1F\x8B\x08"s, "spakowany"},
        {"<!DOCTYPE html>\n<html>\n"s, "HTML"},
        {"\x7F"s + "ELF\x02\0\n\0\n"s, "tekstowy"}};
    for (const auto* name : {"file.json", "file.csv", "file"}) {
        for (const auto& [bytes, word] : files) {
            auto found = texts(import(full_, {write(name, bytes)}));
            ASSERT_EQ(found.size(), 1U) << name << " " << word;
            EXPECT_NE(found[0].find(word), std::string::npos) << found[0];
        }
    }
}

TEST_F(Import, TakesNoEmptyFile) {
    for (const auto* text : {"", "\n \n"}) {
        auto found = texts(import(full_, {write("empty.json", text)}));
        ASSERT_EQ(found.size(), 1U);
        EXPECT_NE(found[0].find("plik jest pusty"), std::string::npos) << found[0];
    }
}

TEST_F(Import, KnowsATableByItsEndingAndOtherwiseByItsBeginning) {
    for (const auto* name : {"table.CSV", "table.Csv", "table.txt", "table"}) {
        auto found = texts(import(full_, {write(name, "card;nmae\n")}));
        ASSERT_EQ(found.size(), 1U) << name;
        EXPECT_NE(found[0].find("kolumna „nmae”"), std::string::npos) << found[0];
    }
    EXPECT_TRUE(import(full_, {write("services", service(0) + "\n")}).ok());
}

}  // namespace
}  // namespace okienko::exchange
