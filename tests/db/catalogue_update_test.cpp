#include "db/catalogue_update.hpp"

#include <gtest/gtest.h>

#include "db/catalogue_store.hpp"
#include "db/error.hpp"
#include "tests/db/full_catalogue.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::db {
namespace {

class CatalogueUpdates : public testing::Test {
  protected:
    void SetUp() override {
        create_catalogue(file);
        write_catalogue(file, full_catalogue());
    }

    tests::TemporaryFolder folder;
    std::filesystem::path file = folder / "catalogue.db";
};

model::Service second_service() {
    auto service = full_catalogue().services.front();
    service.id = "11111111-2222-4333-8444-555555555555";
    service.slug = "druga";
    return service;
}

TEST_F(CatalogueUpdates, ReplacesACardInItsPlaceAndLeavesTheOthers) {
    auto expected = full_catalogue();
    auto& service = expected.services.front();
    service.name = "Inna nazwa";
    service.schedules.pop_back();
    service.criteria.front().needs.clear();
    service.fees.push_back(service.fees.front());
    expected.places.front().accessibility.pop_back();
    expected.providers.front().contacts.push_back(expected.providers.front().contacts.front());
    CatalogueUpdate update{file};
    CardList cards;
    cards.services = {&service};
    cards.places = {&expected.places.front()};
    cards.providers = {&expected.providers.front()};
    update.put(cards);
    update.commit();
    EXPECT_TRUE(read_catalogue(file) == expected);
}

TEST_F(CatalogueUpdates, WritesMoreRowsThanOneStatementHolds) {
    auto expected = full_catalogue();
    auto& service = expected.services.front();
    for (int i = 0; i < 40; ++i) service.aliases.push_back("nazwa " + std::to_string(i));
    for (int i = 0; i < 17; ++i) service.steps.push_back({"krok " + std::to_string(i), "opis"});
    CatalogueUpdate update{file};
    CardList cards;
    cards.services = {&service};
    update.put(cards);
    update.commit();
    EXPECT_TRUE(read_catalogue(file) == expected);
}

TEST_F(CatalogueUpdates, KeepsTheTranslationsOfAReplacedCard) {
    auto expected = full_catalogue();
    expected.services.front().steps.clear();
    CatalogueUpdate update{file};
    CardList cards;
    cards.services = {&expected.services.front()};
    update.put(cards);
    update.commit();
    EXPECT_EQ(read_catalogue(file).service_translations, expected.service_translations);
}

TEST_F(CatalogueUpdates, KeepsTheRelationsThatOthersHaveToAReplacedCard) {
    auto expected = full_catalogue();
    auto added = second_service();
    added.related = {expected.services.front().slug};
    expected.services.front().related = {"druga"};
    CatalogueUpdate first{file};
    CardList cards;
    cards.services = {&expected.services.front(), &added};
    first.put(cards);
    first.commit();
    expected.services.push_back(added);
    EXPECT_TRUE(read_catalogue(file) == expected);
}

TEST_F(CatalogueUpdates, AddsEveryKindOfCardAfterTheOthers) {
    auto all = full_catalogue();
    auto half = model::Catalogue{};
    write_catalogue(file, half);
    CatalogueUpdate update{file};
    CardList cards;
    for (const auto& each : all.domains) cards.domains.push_back(&each);
    for (const auto& each : all.audiences) cards.audiences.push_back(&each);
    for (const auto& each : all.situations) cards.situations.push_back(&each);
    for (const auto& each : all.localities) cards.localities.push_back(&each);
    for (const auto& each : all.programmes) cards.programmes.push_back(&each);
    for (const auto& each : all.places) cards.places.push_back(&each);
    for (const auto& each : all.providers) cards.providers.push_back(&each);
    for (const auto& each : all.services) cards.services.push_back(&each);
    update.put(cards);
    update.commit();
    all.documents.clear();
    all.indicators.clear();
    all.budget_lines.clear();
    all.service_translations.clear();
    EXPECT_TRUE(read_catalogue(file) == all);
}

TEST_F(CatalogueUpdates, WithoutCommitLeavesEverything) {
    auto added = second_service();
    {
        CatalogueUpdate update{file};
        CardList cards;
        cards.services = {&added};
        update.put(cards);
    }
    EXPECT_TRUE(read_catalogue(file) == full_catalogue());
}

TEST_F(CatalogueUpdates, RefusesAReferenceToNothingAndATakenSlug) {
    auto added = second_service();
    added.provider = "nie-ma-takiego";
    CardList cards;
    cards.services = {&added};
    {
        CatalogueUpdate update{file};
        EXPECT_THROW(update.put(cards), DatabaseError);
    }
    added = second_service();
    added.slug = full_catalogue().services.front().slug;
    {
        CatalogueUpdate update{file};
        EXPECT_THROW(update.put(cards), DatabaseError);
    }
    EXPECT_TRUE(read_catalogue(file) == full_catalogue());
}

TEST_F(CatalogueUpdates, KeepsOtherWritersOutWhileItLives) {
    CatalogueUpdate update{file};
    EXPECT_THROW(write_catalogue(file, {}), DatabaseError);
}

}  // namespace
}  // namespace okienko::db
