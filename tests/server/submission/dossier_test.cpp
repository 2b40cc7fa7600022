#include "server/submission/dossier.hpp"

#include <gtest/gtest.h>

#include <set>

#include "db/card_folder.hpp"
#include "model/card_fields.hpp"
#include "model/card_writer.hpp"
#include "server/submission/cell_check.hpp"
#include "server/submission/differences.hpp"
#include "server/submission/form_steps.hpp"
#include "server/submission/likely_duplicates.hpp"
#include "server/submission/submitted_cards.hpp"

namespace okienko::server {
namespace {

using model::Node;

const model::Catalogue& demo() {
    static const auto catalogue =
        db::read_card_folder(std::filesystem::path{OKIENKO_SOURCE_DIR} / "db/demo", "db/demo")
            .value();
    return catalogue;
}

const model::Service& demo_service(std::string_view slug) {
    return *std::ranges::find(demo().services, slug, &model::Service::slug);
}

const generator::Words& words() {
    static const generator::Words kWords{language::Language::Polish,
                                         {{"submission_criterion.reason", "Nie podano."},
                                          {"submission_criterion.ask", "Czy może."}}};
    return kWords;
}

/// A published service and its provider, as they come back into the form.
Dossier dossier_of(const model::Service& service) {
    const auto& provider =
        *std::ranges::find(demo().providers, service.provider, &model::Provider::slug);
    Dossier dossier;
    dossier.provider = cells_of(model::card_node(provider), fields_of(CardKind::Provider));
    dossier.services.push_back(cells_of(model::card_node(service), fields_of(CardKind::Service)));
    return dossier;
}

constexpr model::Date kToday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{28}};

TEST(FormSteps, AskForEveryFieldOnceOrLeaveItToTheOffice) {
    for (auto kind : {CardKind::Provider, CardKind::Place, CardKind::Service}) {
        std::multiset<std::string_view> asked;
        for (const auto& step : steps_of(kind)) asked.insert(step.keys.begin(), step.keys.end());
        for (auto key : unasked_fields(kind)) asked.insert(key);
        for (const auto& field : fields_of(kind)) {
            EXPECT_EQ(asked.count(field.key), 1U) << word_of(kind) << "." << field.key;
        }
        EXPECT_EQ(asked.size(), fields_of(kind).size());
    }
}

TEST(CardNames, ComeBackAsTheyWere) {
    for (CardRef card : {CardRef{},
                         CardRef{CardKind::Place, 0},
                         CardRef{CardKind::Service, 0},
                         CardRef{CardKind::Service, 11}}) {
        EXPECT_EQ(card_from_name(name_of(card)), card) << name_of(card);
    }
    for (const auto* wrong : {"",
                              "usluga",
                              "usluga-",
                              "usluga-0",
                              "usluga-01",
                              "usluga-1x",
                              "usluga--1",
                              "usluga-99999999999999999999",
                              "podmiot-1",
                              "../usluga-1"}) {
        EXPECT_FALSE(card_from_name(wrong)) << wrong;
    }
}

TEST(Dossier, ComesBackFromItsJsonWithEverythingTyped) {
    Dossier dossier;
    set_cell(dossier.provider, "name", "Fundacja „Ź\"ró\\dło”\nw dwóch wierszach");
    dossier.places.emplace_back(Node::Table{});
    dossier.services.emplace_back(Node::Table{});
    set_cell(dossier.services[0], "minimum_age", "osiemnaście");
    auto json = to_json(dossier);
    auto again = dossier_from_json(json);
    EXPECT_EQ(to_json(again), json);
    EXPECT_EQ(again.services[0].text("minimum_age"), "osiemnaście");
}

TEST(Dossier, IsEmptyWhenItsJsonIsBroken) {
    for (const auto* broken :
         {"", "null", "[]", "{\"services\":[1,\"x\",{}]}", "{\"provider\":3}"}) {
        auto dossier = dossier_from_json(broken);
        EXPECT_TRUE(dossier.provider.as<Node::Table>()) << broken;
        EXPECT_LE(dossier.services.size(), 1U) << broken;
    }
}

TEST(Dossier, OfEveryPublishedServiceGivesTheSameCardBack) {
    for (const auto& service : demo().services) {
        auto read = read_dossier(dossier_of(service), demo(), words(), service.verified_on);
        ASSERT_TRUE(read.ok()) << service.slug << ": " << read.problems().front().fault.path << " "
                               << read.problems().front().fault.word;
        auto again = read.value().services.front();
        again.verified_by = service.verified_by;
        EXPECT_EQ(again, service) << service.slug;
    }
}

TEST(Dossier, OfEveryPublishedProviderGivesTheSameCardBack) {
    for (const auto& provider : demo().providers) {
        Dossier dossier;
        dossier.provider = cells_of(model::card_node(provider), fields_of(CardKind::Provider));
        auto read = read_dossier(dossier, demo(), words(), provider.verified_on);
        ASSERT_TRUE(read.ok()) << provider.slug;
        EXPECT_EQ(read.value().provider, provider);
    }
}

TEST(Dossier, TellsAllThatIsMissingAtOnce) {
    Dossier dossier;
    dossier.services.emplace_back(Node::Table{});
    auto read = read_dossier(dossier, demo(), words(), kToday);
    ASSERT_FALSE(read.ok());
    std::set<std::string> missing;
    for (const auto& [card, fault] : read.problems())
        missing.insert(name_of(card) + "." + fault.path);
    EXPECT_TRUE(missing.contains("podmiot.name"));
    EXPECT_TRUE(missing.contains("usluga-1.summary"));
    EXPECT_TRUE(missing.contains("usluga-1.contacts"));
    EXPECT_FALSE(missing.contains("usluga-1.criteria"));
    EXPECT_FALSE(missing.contains("usluga-1.id"));
}

TEST(Dossier, TellsWhereARuleOfTheCardIsBroken) {
    auto dossier = dossier_of(demo_service("uslugi-opiekuncze"));
    set_cell(dossier.services[0], "minimum_age", "70");
    set_cell(dossier.services[0], "maximum_age", "60");
    auto read = read_dossier(dossier, demo(), words(), kToday);
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.problems().front().fault.path, "maximum_age");
    EXPECT_EQ(read.problems().front().fault.word, "age");
    EXPECT_TRUE(read.problems().front().fault.rule);
}

TEST(Dossier, SaysToAskWhenNobodySaidWhomTheServiceSuits) {
    auto dossier = dossier_of(demo_service("klub-senior-plus"));
    std::erase_if(std::get<Node::Table>(dossier.services[0].value),
                  [](const auto& entry) { return entry.key == "criteria"; });
    auto read = read_dossier(dossier, demo(), words(), kToday);
    ASSERT_TRUE(read.ok());
    const auto& criteria = read.value().services[0].criteria;
    ASSERT_EQ(criteria.size(), 1U);
    EXPECT_EQ(criteria[0].reason, "Nie podano.");
    EXPECT_EQ(criteria[0].ask, "Czy może.");
}

TEST(Dossier, GivesNewCardsSlugsThatNobodyHas) {
    auto dossier = dossier_of(demo_service("klub-senior-plus"));
    dossier.services.push_back(dossier.services[0]);
    set_cell(dossier.services[0], "id", "00000000-0000-4000-8000-000000000001");
    set_cell(dossier.services[1], "id", "00000000-0000-4000-8000-000000000002");
    auto read = read_dossier(dossier, demo(), words(), kToday);
    ASSERT_TRUE(read.ok());
    auto slug = read.value().services[0].slug;
    EXPECT_NE(slug, "klub-senior-plus");
    EXPECT_NE(read.value().services[1].slug, slug);
    EXPECT_EQ(read.value().services[0].provider, demo_service("klub-senior-plus").provider);
}

TEST(Dossier, NamesItsOwnPlacesWhereItsServicesUseThem) {
    auto dossier = dossier_of(demo_service("klub-senior-plus"));
    auto place = cells_of(model::card_node(demo().places.front()), fields_of(CardKind::Place));
    const std::string id = "00000000-0000-4000-8000-00000000000a";
    set_cell(place, "id", id);
    set_cell(place, "name", "Świetlica za lasem");
    dossier.places.push_back(place);
    auto before = dossier.services[0].text("places");
    set_cell(dossier.services[0], "places", before + "\n" + id);
    auto read = read_dossier(dossier, demo(), words(), kToday);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().places.front().slug, "swietlica-za-lasem");
    EXPECT_EQ(read.value().services.front().places.back(), "swietlica-za-lasem");
}

struct CellCase {
    const char* key;
    const char* cell;
    const char* word;  ///< Empty: it is right.
};

class CellCheck : public testing::TestWithParam<CellCase> {};

TEST_P(CellCheck, TellsWhatIsWrong) {
    const auto& [key, cell, word] = GetParam();
    for (auto kind : {CardKind::Service, CardKind::Provider, CardKind::Place}) {
        auto fields = fields_of(kind);
        auto field = std::ranges::find(fields, key, &model::Field::key);
        if (field == fields.end()) continue;
        Node cells{Node::Table{}};
        set_cell(cells, key, cell);
        auto faults = check_cells(cells, {&*field, 1});
        std::string found = faults.empty() ? "" : faults.front().word;
        EXPECT_EQ(found, word) << key << " = " << cell;
        return;
    }
    FAIL() << "no field " << key;
}

INSTANTIATE_TEST_SUITE_P(
    Cells,
    CellCheck,
    testing::Values(CellCase{"name", "Klub", ""},
                    CellCase{"name", "   ", "missing"},
                    CellCase{"name", "dwa\nwiersze", "one_line"},
                    CellCase{"domains", "", "missing_choice"},
                    CellCase{"domains", "Nie Slug", "choice"},
                    CellCase{"valid_from", "5.03.2026", ""},
                    CellCase{"valid_from", "2026-03-05", ""},
                    CellCase{"valid_from", "31.02.2026", "date"},
                    CellCase{"valid_from", "jutro", "date"},
                    CellCase{"minimum_age", "18", ""},
                    CellCase{"minimum_age", "-1", "number"},
                    CellCase{"minimum_age", "121", "number"},
                    CellCase{"minimum_age", "9223372036854775808", "number"},
                    CellCase{"minimum_age", "18 lat", "number"},
                    CellCase{"fee_mode", "free", ""},
                    CellCase{"fee_mode", "gratis", "choice"},
                    CellCase{"website", "https://example.org", ""},
                    CellCase{"website", "javascript:alert(1)", "web_address"},
                    CellCase{"languages", "pl\nuk", ""},
                    CellCase{"languages", "polski", "language_code"},
                    CellCase{"new_service", "tak", ""},
                    CellCase{"nip", "526-104-08-28", ""},
                    CellCase{"nip", "5261040829", "nip"},
                    CellCase{"regon", "123", "regon"},
                    CellCase{"krs", "12345", "krs"},
                    CellCase{"email", "biuro@example.org", ""},
                    CellCase{"email", "biuro@example.org\nBcc: x@example.org", "email"},
                    CellCase{"postal_code", "18-1000", "postal_code"}));

TEST(CellCheck, CountsWhatIsTooLong) {
    Node cells{Node::Table{}};
    set_cell(cells, "summary", std::string(221, 'x'));
    auto fields = fields_of(CardKind::Service);
    auto faults =
        check_cells(cells, {&*std::ranges::find(fields, "summary", &model::Field::key), 1});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].word, "too_long");
    EXPECT_EQ(faults[0].typed, 221U);
    EXPECT_EQ(faults[0].most, 220);
}

TEST(Differences, AreNoneForWhatIsPublished) {
    for (const auto& service : demo().services) {
        auto dossier = dossier_of(service);
        auto found = differences(published_dossier(dossier, demo()), dossier);
        EXPECT_TRUE(found.empty()) << service.slug << ": " << found.front().path;
    }
}

TEST(Differences, NameTheFieldAndBothTexts) {
    auto dossier = dossier_of(demo_service("klub-senior-plus"));
    set_cell(dossier.services[0], "waiting_time", "Dwa tygodnie.");
    set_cell(dossier.services[0], "term", "");
    auto found = differences(published_dossier(dossier, demo()), dossier);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].path, "waiting_time");
    EXPECT_EQ(found[0].after, "Dwa tygodnie.");
    EXPECT_EQ(found[1].path, "term");
    EXPECT_TRUE(found[1].after.empty());
    EXPECT_FALSE(found[1].before.empty());
}

TEST(LikelyDuplicates, FindAServiceThatIsThereUnderAnotherSpelling) {
    Dossier dossier;
    dossier.services.emplace_back(Node::Table{});
    set_cell(dossier.services[0], "id", "00000000-0000-4000-8000-000000000001");
    set_cell(dossier.services[0], "name", "Wypożyczanie sprzętu rehabilitacyjnego");
    auto found = likely_duplicates(dossier, demo());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].published.front()->slug, "wypozyczalnia-sprzetu-rehabilitacyjnego");
    set_cell(dossier.services[0], "name", "Wieczorna szkoła tanga");
    EXPECT_TRUE(likely_duplicates(dossier, demo()).empty());
}

}  // namespace
}  // namespace okienko::server
