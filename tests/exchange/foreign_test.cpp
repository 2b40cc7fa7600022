#include "db/source_records.hpp"
#include "model/catalogue_check.hpp"
#include "tests/exchange/exchange_fixture.hpp"

namespace okienko::exchange {
namespace {

class ForeignService : public ExchangeTest {
  protected:
    void SetUp() override { into_ = fresh_catalogue(); }

    /// The catalogue after one line of NDJSON.
    model::Catalogue after(const std::string& line) {
        auto outcome = import(into_, {write("foreign.ndjson", line)});
        EXPECT_TRUE(outcome.ok()) << texts(outcome).front();
        auto catalogue = db::read_catalogue(into_);
        EXPECT_TRUE(model::check_catalogue(catalogue).empty());
        return catalogue;
    }

    std::filesystem::path into_;
};

constexpr const char* kMinimal =
    R"({"id":"AC148810-D857-441C-9679-408F346DE14B","name":"Punkt porad","status":"active"})";

constexpr const char* kRich = R"({
"id":"ac148810-d857-441c-9679-408f346de14b","name":"Poradnia","status":"temporarily closed",
"description":"Pomagamy rodzinom. Codziennie.","url":"https://poradnia.example/","email":"p@p.example",
"alternate_name":"Poradnia rodzinna","accreditations":"Certyfikat","last_modified":"2026-03-05T10:00:00Z",
"minimum_age":18,"assured_date":null,
"phones":[{"id":"1ad3f9a4-0b1e-4a35-8b39-0f2c3d3c2a01","number":"(85) 715 25 50"}],
"organization":{"id":"1ad3f9a4-0b1e-4a35-8b39-0f2c3d3c2a02","name":"Fundacja","description":"Opis.",
 "tax_status":"x"},
"service_at_locations":[{"id":"1ad3f9a4-0b1e-4a35-8b39-0f2c3d3c2a03","location":{
 "id":"1ad3f9a4-0b1e-4a35-8b39-0f2c3d3c2a04","location_type":"physical","name":"Biuro","latitude":100,"longitude":1,
 "addresses":[{"id":"1ad3f9a4-0b1e-4a35-8b39-0f2c3d3c2a05","address_1":"ul. Lipowa 5/2","city":"Łomża",
  "state_province":"podlaskie","postal_code":"18-400","country":"PL","address_type":"physical"}]},
 "schedules":[{"id":"1ad3f9a4-0b1e-4a35-8b39-0f2c3d3c2a06","freq":"WEEKLY","byday":"MO,TH","valid_from":"2026-01-05",
  "opens_at":"08:00Z","closes_at":"15:30Z"}]}],
"schedules":[{"id":"1ad3f9a4-0b1e-4a35-8b39-0f2c3d3c2a07","description":"całą dobę na telefon"}],
"cost_options":[{"id":"1ad3f9a4-0b1e-4a35-8b39-0f2c3d3c2a08","option":"Wizyta","amount":80.5,"currency":"PLN"}],
"attributes":[{"id":"1ad3f9a4-0b1e-4a35-8b39-0f2c3d3c2a09","taxonomy_term":{
 "id":"1ad3f9a4-0b1e-4a35-8b39-0f2c3d3c2a10","code":"BH-1800","name":"Counseling","description":"d",
 "taxonomy":"AIRS"}}]})";

TEST_F(ForeignService, IsTakenHoweverLittleItSays) {
    auto catalogue = after(kMinimal);
    ASSERT_EQ(catalogue.services.size(), 1U);
    const auto& service = catalogue.services[0];
    EXPECT_EQ(service.id, "ac148810-d857-441c-9679-408f346de14b");
    EXPECT_EQ(service.slug, "punkt-porad-ac148810");
    EXPECT_EQ(service.qualification, "Nie podano w źródle – zadzwoń i zapytaj.");
    EXPECT_EQ(service.contacts[0].phone, "+48999001020");
    EXPECT_EQ(service.fees[0].name, "Nie podano w źródle, ile to kosztuje");
    EXPECT_EQ(catalogue.providers[0].slug, service.provider);
    EXPECT_EQ(service.verified_on, model::parse_date("2026-11-28"));
}

TEST_F(ForeignService, IsTheSameWhenOurExportOfItComesBack) {
    after(R"({"id":"17/a","name":"Punkt porad","status":"active","accreditations":"Certyfikat"})");
    auto sources = db::read_source_records(into_);
    auto exported_once = exported(into_, Format::Hsds);
    auto outcome = import(into_, {write("back.ndjson", exported_once)});
    ASSERT_TRUE(outcome.ok()) << texts(outcome).front();
    EXPECT_TRUE(outcome.value().cards.empty());
    EXPECT_EQ(db::read_source_records(into_), sources);
}

TEST_F(ForeignService, KeepsTheIdOfItsSourceWhenOurExportOfItComesBackEdited) {
    after(R"({"id":"17/a","name":"Punkt porad","status":"active"})");
    auto edited = exported(into_, Format::Hsds);
    auto at = edited.find("\"name\":\"Punkt porad\"");
    ASSERT_NE(at, std::string::npos);
    edited.replace(at, 20, "\"name\":\"Punkt rad\"");
    ASSERT_TRUE(import(into_, {write("back.ndjson", edited)}).ok());
    EXPECT_EQ(db::read_catalogue(into_).services[0].name, "Punkt rad");
    auto sources = db::read_source_records(into_);
    auto service = std::ranges::find(sources, "service", &db::SourceRecord::kind);
    ASSERT_NE(service, sources.end());
    EXPECT_EQ(service->source_id, "17/a");
}

TEST_F(ForeignService, BecomesACardWithWhatItSays) {
    auto catalogue = after(kRich);
    const auto& service = catalogue.services[0];
    EXPECT_EQ(service.status, model::ServiceStatus::TemporarilyClosed);
    EXPECT_EQ(service.summary, "Pomagamy rodzinom.");
    EXPECT_EQ(service.aliases, std::vector<std::string>{"Poradnia rodzinna"});
    EXPECT_EQ(service.minimum_age, 18);
    EXPECT_EQ(service.contacts[0].phone, "+48857152550");
    EXPECT_EQ(service.contacts[1].email, "p@p.example");
    EXPECT_EQ(service.fee_mode, model::FeeMode::Fixed);
    EXPECT_EQ(service.fees[0].amount, model::Money{8050});
    EXPECT_EQ(service.verified_on, model::parse_date("2026-03-05"));
    ASSERT_EQ(service.schedules.size(), 1U);  // The other has no hours.
    EXPECT_EQ(service.schedules[0].starts, std::chrono::hours{9});
    EXPECT_EQ(service.schedules[0].place, catalogue.places[0].slug);
    const auto& place = catalogue.places[0];
    EXPECT_EQ(place.street + "|" + place.building + "|" + place.city, "ul. Lipowa|5/2|Łomża");
    EXPECT_EQ(place.latitude, std::nullopt);
    EXPECT_EQ(catalogue.providers[0].name, "Fundacja");
}

TEST_F(ForeignService, LosesNothingOnItsWayOutAgain) {
    after(kRich);
    auto out = exported(into_, Format::Hsds);
    for (const auto* kept : {"\"accreditations\":\"Certyfikat\"",
                             "\"code\":\"BH-1800\"",
                             "\"tax_status\":\"x\"",
                             "całą dobę na telefon"}) {
        EXPECT_NE(out.find(kept), std::string::npos) << kept;
    }
    auto second = catalogue_of("second.db", {});
    auto outcome = import(second, {write("again.ndjson", out)});
    ASSERT_TRUE(outcome.ok()) << texts(outcome).front();
    EXPECT_EQ(db::read_catalogue(second).services, db::read_catalogue(into_).services);
    EXPECT_EQ(exported(second, Format::Hsds), out);
}

TEST_F(ForeignService, GetsOurWordsForTheTermsOfATable) {
    settings_.taxonomies = {{"AIRS", "BH-1800", "wspieranie-rodziny", "rodziny", ""}};
    auto service = after(kRich).services[0];
    EXPECT_EQ(service.domains, std::vector<std::string>{"wspieranie-rodziny"});
    EXPECT_EQ(service.audiences, std::vector<std::string>{"rodziny"});
}

TEST_F(ForeignService, KeepsWhatACoordinatorWrote) {
    auto catalogue = after(kRich);
    catalogue.services[0].qualification = "Dzwonisz i przychodzisz.";
    catalogue.services[0].slug = "poradnia";
    db::write_catalogue(into_, catalogue);
    auto service = after(kRich).services[0];
    EXPECT_EQ(service.qualification, "Dzwonisz i przychodzisz.");
    EXPECT_EQ(service.slug, "poradnia");
}

TEST_F(ForeignService, IsKnownByTheIdOfItsSource) {
    after(R"({"id":77,"name":"A","status":"active"})");
    auto catalogue = after(R"({"id":"77","name":"B","status":"active"})");
    ASSERT_EQ(catalogue.services.size(), 1U);
    EXPECT_EQ(catalogue.services[0].name, "B");
    auto sources = db::read_source_records(into_);
    ASSERT_EQ(sources.size(), 1U);
    EXPECT_EQ(sources[0].source_id, "77");
}

TEST_F(ForeignService, IsShortenedWhereACardHasNoRoom) {
    std::string name;
    for (int i = 0; i < 300; ++i) name += "ż";
    auto outcome = import(
        into_, {write("long.ndjson", R"({"id":"1","status":"active","name":")" + name + "\"}")});
    ASSERT_TRUE(outcome.ok());
    ASSERT_EQ(outcome.value().warnings.size(), 1U);
    const auto& said = outcome.value().warnings[0].message;
    EXPECT_TRUE(said.starts_with("„żżż")) << said;
    EXPECT_TRUE(said.ends_with("…”: „name” jest za długie i zostało skrócone")) << said;
}

TEST_F(ForeignService, SurvivesContradictionsOfItsSource) {
    auto service = after(R"({"id":"2","name":"A","status":"active","minimum_age":70,"maximum_age":3,
"capacities":[{"id":"x","unit":{"id":"u","name":"bed"},"available":9,"maximum":2,"updated":"2026-01-01T00:00:00Z"}],
"schedules":[{"freq":"WEEKLY","byday":"MO","opens_at":"09:00","closes_at":"10:00"},
 {"freq":"WEEKLY","byday":"MO","opens_at":"22:00","closes_at":"02:00"}]})")
                       .services[0];
    EXPECT_EQ(service.maximum_age, std::nullopt);
    EXPECT_TRUE(service.capacities.empty());
    EXPECT_EQ(service.schedules.size(), 1U);
}

}  // namespace
}  // namespace okienko::exchange
