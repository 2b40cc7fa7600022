#include "exchange/json.hpp"
#include "tests/db/full_catalogue.hpp"
#include "tests/exchange/exchange_fixture.hpp"

namespace okienko::exchange {
namespace {

/// The full catalogue of the database's tests with the few things mended that no check lets pass.
model::Catalogue full_and_right() {
    auto catalogue = db::full_catalogue();
    auto& services = catalogue.services;
    services.erase(services.begin() + 1);
    catalogue.indicators.clear();
    catalogue.budget_lines.clear();
    services[1].related = {"wsparcie"};
    services[0].related = {"asysta"};
    for (auto& service : services) {
        service.reliefs = {{"Karta dużej rodziny", 50, {}, "Karta.", "Uwaga."},
                           {"Inni", {}, model::Money{600}, "Nic.", ""}};
        for (auto& schedule : service.schedules) schedule.month_days.clear();
        auto& personal = service.personal_data[1];
        personal.necessity = model::Necessity::Always;
    }
    for (auto& locality : catalogue.localities) {
        if (locality.simc == "0012345") locality.simc = "9900018";
    }
    for (auto& service : services) {
        for (auto& area : service.areas) area = area == "0012345" ? "9900018" : area;
    }
    catalogue.providers[1].nip = catalogue.providers[0].nip;
    return catalogue;
}

class RoundTrip : public ExchangeTest, public testing::WithParamInterface<Format> {
  protected:
    void expect_it(const model::Catalogue& catalogue) {
        auto from = catalogue_of("from.db", catalogue);
        auto into = catalogue_of("into.db", {});
        auto name = GetParam() == Format::Csv ? "all.csv" : "all.ndjson";
        auto file = write(name, exported(from, GetParam()));
        auto outcome = import(into, {file});
        ASSERT_TRUE(outcome.ok()) << texts(outcome).front();
        auto expected = in_order_of_slugs(db::read_catalogue(from));
        auto actual = in_order_of_slugs(db::read_catalogue(into));
        EXPECT_EQ(expected.services, actual.services);
        EXPECT_EQ(expected.providers, actual.providers);
        EXPECT_EQ(expected.places, actual.places);
        EXPECT_EQ(expected, actual);
        auto again = import(into, {file});
        ASSERT_TRUE(again.ok());
        EXPECT_TRUE(again.value().cards.empty());
        EXPECT_EQ(count(again, kService, Fate::Left), catalogue.services.size());
    }
};

TEST_P(RoundTrip, KeepsTheDemoCatalogue) {
    expect_it(demo());
}

TEST_P(RoundTrip, KeepsEveryFieldOfEveryCard) {
    expect_it(full_and_right());
}

TEST_P(RoundTrip, GivesTheSameBytesAgain) {
    auto from = catalogue_of("from.db", demo());
    EXPECT_EQ(exported(from, GetParam()), exported(from, GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Formats,
                         RoundTrip,
                         testing::Values(Format::Hsds, Format::Csv),
                         [](const auto& chosen) {
                             return chosen.param == Format::Csv ? "Csv" : "Hsds";
                         });

// --- What others read ---------------------------------------------------------------------------

class HsdsExport : public ExchangeTest {
  protected:
    /// The service with that slug as the export writes it.
    model::Node service(const std::string& slug) {
        std::istringstream lines{exported(catalogue_of("from.db", demo()), Format::Hsds)};
        JsonReader reader;
        for (std::string line; std::getline(lines, line);) {
            auto node = std::get<model::Node>(reader.read(line));
            if (node.find("status") && node.table("cus").text("slug") == slug) return node;
        }
        return {};
    }
};

TEST_F(HsdsExport, GivesAForeignReaderTheFieldsOfTheStandard) {
    auto node = service("klub-senior-plus");
    EXPECT_EQ(node.text("id"), "9d8571e5-4465-4115-b04c-0dcd71db9e85");
    EXPECT_EQ(node.text("name"), "Klub Senior+");
    EXPECT_EQ(node.text("status"), "active");
    EXPECT_EQ(node.text("assured_date"), "2026-10-30");
    EXPECT_EQ(node.table("organization").text("name"), "Centrum Usług Społecznych w Przykładowie");
    EXPECT_FALSE(node.table("organization").text("description").empty());
    EXPECT_EQ(node.groups("service_at_locations").size(), 3U);
    const auto& address =
        node.groups("service_at_locations")[0].table("location").groups("addresses")[0];
    EXPECT_EQ(address.text("address_1"), "ul. Spokojna 12");
    EXPECT_EQ(address.text("country"), "PL");
    const auto& contact = node.groups("contacts")[1];
    EXPECT_EQ(contact.groups("phones")[0].text("number"), "+48999001020");
    EXPECT_EQ(contact.groups("phones")[0].integer("extension"), 10);
    EXPECT_EQ(node.groups("capacities")[0].table("unit").text("name"), "places");
    const auto& term = node.groups("attributes")[0].table("taxonomy_term");
    EXPECT_EQ(term.text("code"), "pomoc-spoleczna");
    EXPECT_FALSE(term.text("description").empty());
}

TEST_F(HsdsExport, SplitsAScheduleAtItsExceptions) {
    auto node = service("klub-senior-plus");
    const auto& schedules = node.groups("schedules");
    ASSERT_GE(schedules.size(), 5U);
    EXPECT_EQ(schedules[0].text("freq"), "WEEKLY");
    EXPECT_EQ(schedules[0].text("byday"), "MO,TU,WE,TH,FR");
    EXPECT_EQ(schedules[0].text("opens_at"), "11:00+02:00");
    EXPECT_EQ(schedules[0].text("valid_to"), "2026-12-16");
    EXPECT_EQ(schedules[1].text("valid_from"), "2026-12-18");
    EXPECT_EQ(schedules[1].text("valid_to"), "2026-12-30");
    EXPECT_EQ(schedules[2].text("valid_from"), "2027-01-01");
    EXPECT_EQ(schedules[2].find("valid_to"), nullptr);
    EXPECT_EQ(schedules[3].text("valid_from"), "2026-12-17");
    EXPECT_EQ(schedules[3].text("opens_at"), "13:00+01:00");
    EXPECT_EQ(schedules[1].table("cus").text("continues"), schedules[0].text("id"));
}

}  // namespace
}  // namespace okienko::exchange
