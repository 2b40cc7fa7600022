#include "bench/workload/cards.hpp"
#include "bench/workload/polish.hpp"

// Places and who works in them.
namespace okienko::bench {
namespace {

using namespace std::chrono_literals;
using model::AccessibilityFeature;
using model::FeatureState;

constexpr std::array kBuildings = std::to_array<std::string_view>(
    {"Świetlica", "Dom kultury", "Przychodnia", "Szkoła", "Klub", "Remiza", "Pracownia"});

constexpr std::array kStreets = std::to_array<std::string_view>({"ul. Lipowa",
                                                                 "ul. Źródlana",
                                                                 "ul. Kościelna",
                                                                 "ul. Łąkowa",
                                                                 "ul. Żytnia",
                                                                 "ul. Młyńska",
                                                                 "pl. Świętojański"});

constexpr std::array kOrganisations = std::to_array<std::string_view>({"Stowarzyszenie „Bliżej”",
                                                                       "Fundacja „Świt”",
                                                                       "Koło gospodyń",
                                                                       "Spółdzielnia „Razem”",
                                                                       "Przychodnia rodzinna",
                                                                       "Ośrodek kultury"});

constexpr std::array kLegalForms =
    std::to_array<std::string_view>({"stowarzyszenie", "fundacja", "jednostka gminy", "spółka"});

constexpr std::array kFeatures = {AccessibilityFeature::StepFreeEntrance,
                                  AccessibilityFeature::Ramp,
                                  AccessibilityFeature::AccessibleToilet,
                                  AccessibilityFeature::Parking,
                                  AccessibilityFeature::InductionLoop,
                                  AccessibilityFeature::GuideDog};

}  // namespace

std::string place_slug(std::size_t number) {
    return "miejsce-" + std::to_string(number + 1);
}

std::string provider_slug(std::size_t number) {
    return "podmiot-" + std::to_string(number + 1);
}

model::Place invented_place(std::size_t number, const Surroundings& around) {
    Random random{1, number};
    const auto& locality = random.one_of(around.dictionaries.localities);
    model::Place place;
    place.id = counted_uuid('1', number);
    place.slug = place_slug(number);
    place.name = std::string{random.one_of(kBuildings)} + " nr " + std::to_string(number + 1);
    place.street = random.one_of(kStreets);
    place.building = std::to_string(random.between(1, 90));
    place.postal_code = "99-999";
    place.city = locality.name;
    place.terc = locality.terc;
    place.simc = locality.simc;
    place.latitude = 53.7 + static_cast<double>(random.below(1000)) / 10'000;
    place.longitude = 21.7 + static_cast<double>(random.below(1000)) / 10'000;
    place.directions = sentence(random);
    for (auto feature : random.some_of(kFeatures, 1, 3)) {
        auto state = random.chance(70) ? FeatureState::Yes : FeatureState::Partly;
        place.accessibility.push_back({feature, state, sentence(random)});
    }
    return place;
}

model::Provider invented_provider(std::size_t number, const Surroundings& around) {
    Random random{2, number};
    model::Provider provider;
    provider.id = counted_uuid('2', number);
    provider.slug = provider_slug(number);
    provider.name =
        std::string{random.one_of(kOrganisations)} + " nr " + std::to_string(number + 1);
    provider.kind = static_cast<model::ProviderKind>(random.below(5));
    provider.legal_form = random.one_of(kLegalForms);
    provider.summary = sentence(random);
    provider.profile = paragraph(random, 3) + "\n\n" + paragraph(random, 2) + "\n";
    for (const auto& domain : random.some_of(around.dictionaries.domains, 1, 3)) {
        provider.activity_domains.push_back(domain.slug);
    }
    provider.place = place_slug(random.below(around.places));
    provider.email = "biuro" + std::to_string(number + 1) + "@podmioty.example";
    provider.website = "https://podmioty.example/" + std::to_string(number + 1);
    provider.verified_on = 2026y / 10 / static_cast<unsigned>(random.between(1, 31));
    provider.contacts.push_back({.role = "Biuro",
                                 .phone = phone(random),
                                 .extension = {},
                                 .email = provider.email,
                                 .room = {},
                                 .hours = "od poniedziałku do piątku, 8:00–15:00"});
    return provider;
}

}  // namespace okienko::bench
