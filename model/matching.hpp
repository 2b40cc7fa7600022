#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/choice.hpp"

namespace okienko::model {

/// The words of the diagnosis form (Załącznik 4), so that a coordinator types what the form says.
enum class Residence { Municipality, Anywhere };
enum class Household { Alone, Couple, Family, SingleParent };
enum class Certificate {
    None,
    Light,
    Moderate,
    Severe,
    ChildWithBothIndications,
    ChildOther,
    Pending
};
enum class Employment { Employed, Unemployed, Seeking, Inactive, Farmer, Other };
enum class Role { ForOneself, Carer, Volunteer, Organisation };
enum class Need {
    DailyActivities,
    Nursing,
    Mobility,
    Equipment,
    Rehabilitation,
    Loneliness,
    Activity,
    Mind,
    Addiction,
    Violence,
    Law,
    Debts,
    Parenting,
    Speech,
    Teeth,
    Learning,
    Work,
    Housing,
    CarerRespite,
    Initiative,
    HelpingOthers,
    SeveralServices,
};

template <>
struct Choice<Residence> {
    static constexpr std::array<std::string_view, 2> kNames{"municipality", "anywhere"};
};
template <>
struct Choice<Household> {
    static constexpr std::array<std::string_view, 4> kNames{
        "sam", "para", "rodzina", "samotny-rodzic"};
};
template <>
struct Choice<Certificate> {
    static constexpr std::array<std::string_view, 7> kNames{
        "brak", "lekki", "umiarkowany", "znaczny", "dziecko-7-8", "dziecko-inne", "w-trakcie"};
};
template <>
struct Choice<Employment> {
    static constexpr std::array<std::string_view, 6> kNames{
        "zatrudniony", "bezrobotny", "poszukujacy", "bierny", "rolnik", "inne"};
};
template <>
struct Choice<Role> {
    static constexpr std::array<std::string_view, 4> kNames{
        "dla-siebie", "opiekun", "wolontariusz", "organizacja"};
};
template <>
struct Choice<Need> {
    static constexpr std::array<std::string_view, 22> kNames{"codzienne-czynnosci",
                                                             "pielegnacja",
                                                             "mobilnosc",
                                                             "sprzet",
                                                             "rehabilitacja",
                                                             "samotnosc",
                                                             "aktywnosc",
                                                             "psychika",
                                                             "uzaleznienie",
                                                             "przemoc",
                                                             "prawo",
                                                             "dlugi",
                                                             "wychowanie",
                                                             "mowa",
                                                             "zeby",
                                                             "nauka",
                                                             "praca",
                                                             "mieszkanie",
                                                             "odpoczynek-opiekuna",
                                                             "inicjatywa",
                                                             "pomaganie-innym",
                                                             "wiele-uslug"};
};

/// One way of fitting a service. A person fits when all that is stated here holds; in a list one
/// member is enough; an empty list and an absent number state nothing.
struct Criterion {
    std::string reason;  ///< Told to the resident: "Masz 60 lat lub więcej i nie pracujesz".
    std::optional<int> minimum_age;
    std::optional<int> maximum_age;
    Residence residence = Residence::Municipality;
    std::vector<Household> households;
    std::optional<int> child_minimum_age;
    std::optional<int> child_maximum_age;
    std::vector<Certificate> certificates;
    std::vector<Employment> employment;
    std::vector<Role> roles;
    std::vector<Need> needs;
    std::vector<Need> excluded_needs;
    std::string ask;  ///< What a coordinator must find out before saying "fits".
    bool operator==(const Criterion&) const = default;
};

}  // namespace okienko::model
