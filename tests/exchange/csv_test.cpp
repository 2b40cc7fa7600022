#include "exchange/csv_export.hpp"
#include "exchange/csv_text.hpp"
#include "tests/exchange/exchange_fixture.hpp"

namespace okienko::exchange {
namespace {

std::vector<std::vector<std::string>> rows_of(const std::string& text) {
    CsvText csv{text};
    std::vector<std::vector<std::string>> rows;
    while (auto row = csv.next()) {
        auto& cells = rows.emplace_back();
        for (const auto& cell : row->cells) cells.push_back(cell.text);
    }
    return rows;
}

using Rows = std::vector<std::vector<std::string>>;

TEST(CsvText, ReadsWhatSpreadsheetsWrite) {
    EXPECT_EQ(rows_of("a;b\r\n\"x;\"\"y\"\"\r\nz\";\r\n;;\r\n"),
              (Rows{{"a", "b"}, {"x;\"y\"\nz", ""}}));
    EXPECT_EQ(rows_of("a,b\n1,2"), (Rows{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(rows_of("sep=,\r\na;b,c\r\n"), (Rows{{"a;b", "c"}}));
    EXPECT_EQ(rows_of("a\tb\r1\t2\r"), (Rows{{"a", "b"}, {"1", "2"}}));
}

TEST(CsvText, SaysWhereAQuotationMarkStaysOpen) {
    CsvText csv{"a;b\n1;\"2\n"};
    while (csv.next()) {
    }
    EXPECT_EQ(csv.unclosed(), 6U);
}

TEST(CsvText, GivesASpreadsheetNoFormulas) {
    std::string out;
    append_csv_row(out, {"=1+1", "- punkt", "+48", "'x", "a;b"}, ';');
    EXPECT_EQ(out, "'=1+1;'- punkt;'+48;''x;\"a;b\"\r\n");
    EXPECT_EQ(rows_of(out), (Rows{{"=1+1", "- punkt", "+48", "'x", "a;b"}}));
}

class CsvImport : public ExchangeTest {
  protected:
    void SetUp() override { into_ = catalogue_of("demo.db", demo()); }

    Outcome imported(const std::string& text) { return import(into_, {write("table.csv", text)}); }

    std::filesystem::path into_;
};

const std::string kHead =
    "card;source_id;name;kind;legal_form;summary;profile;activity_domains;krs;verified_on;"
    "contacts.1.role;contacts.1.phone;;\r\n";

TEST_F(CsvImport, UnderstandsTheHabitsOfExcel) {
    auto outcome =
        imported("\xEF\xBB\xBF" + kHead +
                 "provider;NGO-1;Fundacja;ngo;fundacja;Pomagamy.;\"- raz\r\n- dwa\";"
                 "kultura, mieszkalnictwo;9999999;5.03.2026;biuro;85 715 25 50;;\r\n;;;;\r\n");
    ASSERT_TRUE(outcome.ok()) << texts(outcome).front();
    auto provider = db::read_catalogue(into_).providers.back();
    EXPECT_EQ(provider.profile, "- raz\n- dwa");
    EXPECT_EQ(provider.activity_domains, (std::vector<std::string>{"kultura", "mieszkalnictwo"}));
    EXPECT_EQ(provider.krs, "0009999999");
    EXPECT_EQ(provider.verified_on, model::parse_date("2026-03-05"));
    EXPECT_EQ(provider.contacts[0].phone, "+48857152550");
    // The same row again is the same card.
    auto again = imported(
        kHead +
        "provider;NGO-1;Fundacja;ngo;fundacja;Inaczej.;x;kultura;;2026-03-05;biuro;112\r\n");
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(count(again, kProvider, Fate::Changed), 1U);
}

TEST_F(CsvImport, NamesRowColumnAndFieldOfEveryProblem) {
    auto outcome =
        imported(kHead +
                 "provider;;Bez id;ngo;f;P.;x;kultura;;2026-13-01;biuro;4,8E+10\r\n"
                 "servis;1\r\n"
                 "provider;2;\"Dwa\r\nwiersze\";ngo;f;P.;x;kulura;;2026-01-01;biuro;112\r\n"
                 "provider;3;A;ngo;f;P.;x;kultura;;2026-01-01;biuro;112;;x\r\n");
    auto found = texts(outcome);
    auto has = [&](const std::string& text) {
        return std::ranges::any_of(
            found, [&](const auto& each) { return each.find(text) != std::string::npos; });
    };
    EXPECT_TRUE(has("2:1: wiersz nie ma ani id, ani source_id"));
    EXPECT_TRUE(has("kolumna verified_on: „2026-13-01” nie jest datą"));
    EXPECT_TRUE(has("kolumna contacts.1.phone: „4,8E+10” to liczba"));
    EXPECT_TRUE(has("3:1: kolumna card: nie ma karty „servis” (może „service”?)"));
    EXPECT_TRUE(has("4:12: kolumna name: „name” ma więcej niż jeden wiersz"));
    EXPECT_TRUE(has("6:56: wartość w kolumnie bez nazwy"));
    for (const auto& each : found) {
        EXPECT_FALSE(each.starts_with("5:") && each.find("name") != std::string::npos) << each;
    }
}

TEST_F(CsvImport, SuggestsTheColumnThatWasMeant) {
    auto found = texts(imported("card;nmae\r\n"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0], "1:6: nieznana kolumna „nmae” (może „name”?)");
}

TEST_F(CsvImport, RefusesFilesThatAreNoTableInUtf8) {
    EXPECT_NE(texts(imported("card;name\r\nservice;\xB9\r\n"))[0].find("Windows-1250"),
              std::string::npos);
    EXPECT_NE(texts(imported("PK\x03\x04xxxx"))[0].find("xlsx"), std::string::npos);
    EXPECT_NE(texts(imported("\xFF\xFE"
                             "c"))[0]
                  .find("UTF-16"),
              std::string::npos);
    EXPECT_NE(texts(imported(""))[0].find("pusta"), std::string::npos);
}

TEST_F(CsvImport, TakesNamesOfColumnsAndCardsInCapitals) {
    auto outcome = imported(
        "Card;SOURCE_ID;Name;kind;legal_form;summary;profile;activity_domains;verified_on;"
        "Contacts.1.Role;contacts.1.phone\r\n"
        "Provider;NGO-1;Fundacja;ngo;fundacja;P.;x;kultura;2026-03-05;biuro;112\r\n");
    ASSERT_TRUE(outcome.ok()) << texts(outcome).front();
    EXPECT_EQ(db::read_catalogue(into_).providers.back().name, "Fundacja");
}

TEST_F(CsvImport, GivesBackZerosAndHyphensThatASheetTookAway) {
    auto outcome = imported(
        "card;source_id;name;kind;legal_form;summary;profile;activity_domains;regon;verified_on;"
        "contacts.1.role;contacts.1.phone;building;postal_code;city;terc;simc;directions;"
        "accessibility.1.feature;accessibility.1.state;accessibility.1.description\r\n"
        "provider;1;A;ngo;f;P.;x;kultura;12345675;2026-03-05;biuro;112\r\n"
        "place;2;Sala;;;;;;;;;;5;5100;Miasto;201011;964465;Obok.;ramp;yes;Jest.\r\n");
    ASSERT_TRUE(outcome.ok()) << texts(outcome).front();
    auto catalogue = db::read_catalogue(into_);
    EXPECT_EQ(catalogue.providers.back().regon, "012345675");
    EXPECT_EQ(catalogue.places.back().postal_code, "05-100");
}

TEST_F(CsvImport, FindsTheSeparatorBelowEmptyLines) {
    EXPECT_EQ(rows_of("\r\n\r\na,b\r\n1,2\r\n"), (Rows{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(rows_of("\r\nsep=,\r\na;b,c\r\n"), (Rows{{"a;b", "c"}}));
}

TEST_F(CsvImport, SpeaksOfColumnsWhenAGroupIsMissing) {
    auto found =
        texts(imported("card;source_id;name;building;postal_code;city;terc;simc;directions\r\n"
                       "place;P1;Sala;5;18-100;Miasto;2010115;0964465;Obok ratusza.\r\n"));
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.back(),
              "2:1: brak pola „accessibility” (dopisz kolumnę accessibility.1.feature i następne)");
}

TEST_F(CsvImport, SaysWhichCardsThereAreWhenAWordIsFarFromAll) {
    auto found = texts(imported(kHead + "stowarzyszenie;1\r\n"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].find("(wpisz service, provider albo place)"), std::string::npos) << found[0];
}

TEST_F(CsvImport, TakesTheTemplateForATable) {
    auto outcome = imported(csv_template());
    ASSERT_TRUE(outcome.ok()) << texts(outcome).front();
}

}  // namespace
}  // namespace okienko::exchange
