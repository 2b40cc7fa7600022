#pragma once

#include <array>
#include <string_view>

/// What services, their fees, documents and steps are called. Names are joined: a kind of service
/// and whom it is for.
namespace okienko::bench {

inline constexpr std::array kServiceKinds = std::to_array<std::string_view>({
    "Usługi opiekuńcze",      "Klub seniora",      "Grupa wsparcia",
    "Porady prawne",          "Pomoc psychologa",  "Rehabilitacja ruchowa",
    "Zajęcia po szkole",      "Asystent osobisty", "Dowóz do lekarza",
    "Wypożyczalnia sprzętu",  "Warsztaty pracy",   "Kuchnia społeczna",
    "Mieszkanie treningowe",  "Żłobek na godziny", "Opieka wytchnieniowa",
    "Świetlica środowiskowa", "Łaźnia i pralnia",  "Telefon zaufania",
    "Nauka polskiego",        "Teleopieka",
});

inline constexpr std::array kServiceAudiences = std::to_array<std::string_view>({
    "dla seniorów",
    "dla rodzin",
    "dla dzieci",
    "dla młodzieży",
    "dla opiekunów",
    "dla każdego",
    "dla osób z niepełnosprawnością",
    "dla osób bez pracy",
    "w małych wsiach",
    "w weekendy",
});

inline constexpr std::array kServiceAliases = std::to_array<std::string_view>({
    "opiekunka",
    "pomoc w domu",
    "kto mi pomoże",
    "zajęcia dla babci",
    "porada za darmo",
    "podwózka",
    "łóżko dla chorego",
    "wózek",
    "świetlica",
    "psycholog",
    "żłobek",
    "obiady",
});

inline constexpr std::array kRequiredDocuments = std::to_array<std::string_view>({
    "Wniosek o usługi społeczne",
    "Orzeczenie o niepełnosprawności",
    "Oświadczenie o dochodzie",
    "Skierowanie od lekarza",
    "Zaświadczenie ze szkoły",
    "Zgoda opiekuna",
});

inline constexpr std::array kFeeNames = std::to_array<std::string_view>({
    "Godzina usługi",
    "Jedno spotkanie",
    "Opłata za miesiąc",
    "Obiad",
    "Kaucja za sprzęt",
});

inline constexpr std::array kStepTitles = std::to_array<std::string_view>({
    "Zadzwoń albo przyjdź",
    "Wypełnij wniosek",
    "Porozmawiaj z koordynatorką",
    "Czekaj na odpowiedź",
    "Podpisz umowę",
    "Zacznij korzystać",
});

inline constexpr std::array kPersonalDataNames = std::to_array<std::string_view>({
    "imię i nazwisko, adres",
    "numer telefonu",
    "dochód w rodzinie",
    "informacje o zdrowiu",
});

inline constexpr std::array kContactRoles = std::to_array<std::string_view>({
    "Koordynatorka usługi",
    "Punkt obsługi mieszkańców",
    "Dyżur telefoniczny",
    "Zapisy",
});

}  // namespace okienko::bench
