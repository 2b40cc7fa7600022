#include "generator/service_version.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "db/card_folder.hpp"

namespace okienko::generator {
namespace {

using language::Language;

const model::Catalogue& demo() {
    static const model::Catalogue kDemo =
        db::read_card_folder(std::filesystem::path{OKIENKO_SOURCE_DIR} / "db/demo", "db/demo")
            .value();
    return kDemo;
}

const model::Service& card(const std::string& slug) {
    return *std::ranges::find(demo().services, slug, &model::Service::slug);
}

model::Service small_card() {
    model::Service service;
    service.slug = "klub";
    service.name = "Klub";
    service.summary = "Spotkania.";
    service.scope = {"gry", "śpiew"};
    service.steps = {{"Zadzwoń", "Powiedz, o co chodzi."}, {"Przyjdź", "Zobacz salę."}};
    service.contacts = {{"Recepcja", "112", "", "", "", ""}};
    return service;
}

ServiceVersion version(const model::Service& service, std::vector<model::TranslatedText> texts) {
    return {service, {service.slug, "uk", std::move(texts)}, Language::Ukrainian};
}

TEST(ServiceVersion, ShowsTheTextsThatAreTranslatedAndTheOthersInPolish) {
    auto service = small_card();
    auto shown = version(service,
                         {{"name", "Klub", "Клуб"},
                          {"steps[1].text", "Zobacz salę.", "Подивіться залу."},
                          {"contacts[0].role", "Recepcja", "Рецепція"}});
    EXPECT_EQ(shown->name, "Клуб");
    EXPECT_EQ(shown->summary, "Spotkania.");
    EXPECT_EQ(shown->steps[1].text, "Подивіться залу.");
    EXPECT_EQ(shown->contacts[0].role, "Рецепція");
    EXPECT_EQ(shown->contacts[0].phone, "112");
    const auto& texts = shown.texts();
    EXPECT_EQ(texts.language_of(shown->name), Language::Ukrainian);
    EXPECT_EQ(texts.language_of(shown->steps[1].text), Language::Ukrainian);
    EXPECT_EQ(texts.language_of(shown->summary), Language::Polish);
    EXPECT_EQ(texts.language_of(shown->steps[0].text), Language::Polish);
}

TEST(ServiceVersion, KnowsItsTextsAfterItHasMoved) {
    auto service = small_card();
    auto shown = std::make_unique<ServiceVersion>(version(service, {{"name", "Klub", "Клуб"}}));
    ServiceVersion moved = std::move(*shown);
    shown.reset();
    EXPECT_EQ(moved.texts().language_of(moved->name), Language::Ukrainian);
}

TEST(ServiceVersion, LeavesATextInPolishWhenTheCardHasChangedSince) {
    auto service = small_card();
    model::ServiceTranslation old{"klub", "uk", {{"steps[0].title", "Napisz", "Напишіть"}}};
    ServiceVersion shown{service, old, Language::Ukrainian};
    EXPECT_EQ(shown->steps[0].title, "Zadzwoń");
    EXPECT_EQ(shown.texts().language_of(shown->steps[0].title), Language::Polish);
    EXPECT_EQ(outdated_fields(service, old), (std::vector<std::string>{"steps[0].title"}));
}

TEST(ServiceVersion, CallsATextOutdatedThatTheCardHasNoMore) {
    auto service = small_card();
    EXPECT_EQ(outdated_fields(service, {"klub", "uk", {{"steps[5].title", "Wróć", "Поверніться"}}}),
              (std::vector<std::string>{"steps[5].title"}));
}

TEST(ServiceVersion, InPolishIsTheCardItself) {
    auto service = small_card();
    ServiceVersion shown{service};
    EXPECT_EQ(&shown.card(), &service);
    EXPECT_EQ(shown.texts().language_of(shown->name), Language::Polish);
}

/// The members of a card stand in the order of its list of fields, or texts would land elsewhere.
TEST(ServiceVersion, FindsEveryTranslatedTextOfTheDemo) {
    ASSERT_GE(demo().service_translations.size(), 10U);
    for (const auto& translation : demo().service_translations) {
        EXPECT_EQ(outdated_fields(card(translation.service), translation),
                  std::vector<std::string>{})
            << translation.service << " " << translation.language;
        EXPECT_TRUE(names_the_service(translation));
    }
}

}  // namespace
}  // namespace okienko::generator
