#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "cli/problem_text.hpp"
#include "db/card_folder.hpp"
#include "db/catalogue_store.hpp"
#include "db/toml_reader.hpp"
#include "generator/file_tree.hpp"
#include "model/card_fields.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::db {
namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

fs::path demo() {
    return fs::path{OKIENKO_SOURCE_DIR} / "db/demo";
}

model::Catalogue demo_catalogue() {
    auto read = read_card_folder(demo(), "db/demo");
    if (read.ok()) return read.value();
    for (const auto& problem : read.problems()) ADD_FAILURE() << cli::problem_text(problem);
    return {};
}

TEST(DemoCards, HaveNoProblems) {
    auto read = read_card_folder(demo(), "db/demo");
    EXPECT_TRUE(read.ok());
}

TEST(DemoCards, AreTheTwentyFiveServicesOfTheCentre) {
    const Names expected = {
        "akademia-lidera-lokalnego",
        "animacja-spolecznosci-lokalnej",
        "asystent-osobisty-osoby-niepelnosprawnej",
        "asystent-rodziny",
        "bank-czasu",
        "centrum-aktywnosci-spolecznej",
        "dzienny-dom-senior-plus",
        "klub-integracji-spolecznej",
        "klub-senior-plus",
        "klub-wolontariusza",
        "koordynacja-ipus",
        "logopeda-pedagog",
        "mieszkania-chronione",
        "opieka-wytchnieniowa",
        "poradnictwo-prawne",
        "poradnictwo-psychologiczne",
        "poradnictwo-terapeutyczne",
        "punkt-poradnictwa-specjalistycznego",
        "rehabilitacja-fizjoterapia",
        "specjalistyczne-uslugi-opiekuncze",
        "stomatolog-dla-dzieci",
        "swietlica-socjoterapeutyczna",
        "transport-door-to-door",
        "uslugi-opiekuncze",
        "wypozyczalnia-sprzetu-rehabilitacyjnego",
    };
    Names slugs;
    for (const auto& service : demo_catalogue().services) slugs.insert(service.slug);
    EXPECT_EQ(slugs, expected);
}

TEST(DemoCards, ShowProvidersOfEveryKind) {
    auto catalogue = demo_catalogue();
    EXPECT_GE(catalogue.providers.size(), 10U);
    std::set<model::ProviderKind> kinds;
    for (const auto& provider : catalogue.providers) kinds.insert(provider.kind);
    EXPECT_EQ(kinds.size(), model::Choice<model::ProviderKind>::kNames.size());
}

/// The paths of all fields that a card fills in: "fees", "fees.amount" …
void collect_filled(const model::Node& table, const std::string& prefix, Names& filled) {
    for (const auto& entry : *table.as<model::Node::Table>()) {
        filled.insert(prefix + entry.key);
        const auto* list = entry.value.as<model::Node::Array>();
        if (!list) continue;
        for (const auto& member : *list) {
            if (!member.as<model::Node::Table>()) continue;
            collect_filled(member, prefix + entry.key + ".", filled);
        }
    }
}

Names filled_in(const fs::path& folder) {
    Names filled;
    for (const auto& file : generator::files_below(folder)) {
        auto document = read_toml(file, generator::read_file(folder / file));
        EXPECT_TRUE(document.ok()) << file;
        if (document.ok()) collect_filled(document.value().root, "", filled);
    }
    return filled;
}

void expect_all_filled(std::span<const model::Field> fields,
                       const std::string& prefix,
                       const Names& filled) {
    for (const auto& field : fields) {
        auto path = prefix + std::string{field.key};
        EXPECT_TRUE(filled.contains(path)) << path << " is in no card";
        expect_all_filled(field.fields, path + ".", filled);
    }
}

TEST(DemoCards, UseEveryFieldSomewhere) {
    expect_all_filled(model::service_fields(), "", filled_in(demo() / "services"));
    expect_all_filled(model::provider_fields(), "", filled_in(demo() / "providers"));
    expect_all_filled(model::place_fields(), "", filled_in(demo() / "places"));
}

TEST(DemoCards, SurviveTheDatabase) {
    tests::TemporaryFolder directory;
    auto file = directory.path() / "catalogue.db";
    auto written = demo_catalogue();
    create_catalogue(file);
    write_catalogue(file, written);
    EXPECT_TRUE(read_catalogue(file) == written);
}

}  // namespace
}  // namespace okienko::db
