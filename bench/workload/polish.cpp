#include "bench/workload/polish.hpp"

#include <array>
#include <string_view>

namespace okienko::bench {
namespace {

using std::string_view;

constexpr std::array kSubjects = std::to_array<string_view>({
    "Koordynatorka",
    "Pracownik socjalny",
    "Opiekunka środowiskowa",
    "Zespół centrum",
    "Doradczyni",
    "Psycholożka",
    "Asystent rodziny",
    "Wolontariusz",
    "Fizjoterapeutka",
    "Kierowca busa",
    "Prowadząca zajęcia",
    "Dyżurny w świetlicy",
    "Logopedka",
    "Sołtys wsi",
    "Prawniczka",
    "Osoba z punktu obsługi",
});

constexpr std::array kVerbs = std::to_array<string_view>({
    "omawia z Tobą",
    "przygotowuje",
    "sprawdza",
    "uzgadnia",
    "zapisuje w karcie",
    "wyjaśnia",
    "układa",
    "poprawia",
    "przynosi",
    "dobiera",
    "pokazuje",
    "odbiera",
    "wysyła pocztą",
});

constexpr std::array kThings = std::to_array<string_view>({
    "plan wizyt",
    "listę zakupów",
    "ćwiczenia na cały tydzień",
    "wniosek o ulgę",
    "godziny spotkań",
    "orzeczenie o niepełnosprawności",
    "sprzęt do łazienki",
    "zasady wypożyczenia",
    "zgodę opiekuna",
    "drogę na przystanek",
    "terminy konsultacji",
    "umowę z gminą",
    "posiłek dla dwóch osób",
    "książeczkę zdrowia",
    "miejsce w grupie",
    "dojazd do przychodni",
    "numer do dyżurującej osoby",
    "rozkład zajęć świetlicy",
});

constexpr std::array kCircumstances = std::to_array<string_view>({
    "podczas pierwszej rozmowy",
    "w ciągu 7 dni",
    "w dni robocze",
    "bez wychodzenia z domu",
    "razem z rodziną",
    "przed rozpoczęciem usługi",
    "raz w miesiącu",
    "po południu i wieczorem",
    "w świetlicy albo u Ciebie",
    "od września do czerwca",
    "gdy o to poprosisz",
    "zgodnie z programem gminy",
    "w pokoju nr 8 na parterze",
    "najpóźniej w czwartek",
    "także w małych wsiach",
    "o ile pozwala na to pogoda",
});

constexpr std::array kAdditions = std::to_array<string_view>({
    "a potem oddzwania",
    "więc nie musisz niczego przynosić",
    "żeby nikt nie czekał zbyt długo",
    "bo każda sprawa jest inna",
    "a na końcu pyta o Twoje zdanie",
    "chyba że wolisz inaczej",
});

std::string joined(std::initializer_list<string_view> words) {
    std::string text;
    for (auto word : words) (text += text.empty() ? "" : " ") += word;
    return text;
}

std::string bullets(Random& random, std::size_t count) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i) list += "- " + phrase(random) + "\n";
    return list;
}

std::string numbered(Random& random, std::size_t count) {
    std::string list;
    for (std::size_t i = 1; i <= count; ++i) {
        list += std::to_string(i) + ". " + sentence(random) + "\n";
    }
    return list;
}

}  // namespace

std::string sentence(Random& random) {
    auto text = joined({random.one_of(kSubjects),
                        random.one_of(kVerbs),
                        random.one_of(kThings),
                        random.one_of(kCircumstances)});
    if (random.chance(40)) (text += ", ") += random.one_of(kAdditions);
    return text + ".";
}

std::string paragraph(Random& random, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += (i > 0 ? " " : "") + sentence(random);
    return text;
}

std::string phrase(Random& random) {
    return joined({random.one_of(kThings), random.one_of(kCircumstances)});
}

std::vector<std::string> phrases(Random& random, std::size_t least, std::size_t most) {
    std::vector<std::string> list;
    auto count = random.between(least, most);
    while (list.size() < count) list.push_back(phrase(random));
    return list;
}

std::string markdown(Random& random) {
    auto office = std::to_string(random.between(1, 99));
    return paragraph(random, 3) + "\n\n**Na czym to polega:**\n\n" + bullets(random, 5) + "\n" +
           paragraph(random, 4) + "\n\n" + numbered(random, 4) +
           "\nPotrzebny *wzór pisma* jest [na stronie urzędu](https://urzad.przykladowo.example/"
           "wzory/" +
           office + "), a o resztę zapytaj [punkt nr " + office + "](mailto:punkt" + office +
           "@cus.przykladowo.example) albo zajrzyj do [spisu usług](/uslugi/).\n\n> " +
           paragraph(random, 2) + "\n\n" + paragraph(random, 3) + "\n";
}

std::string phone(Random& random) {
    return "+48999" + std::to_string(random.between(100'000, 999'999));
}

}  // namespace okienko::bench
