#pragma once

#include <array>
#include <string_view>

// The words typeset() knows; included by typography.cpp only. Units stand without a closing dot.

namespace okienko::language {

// clang-format off
inline constexpr std::array<std::string_view, 14> kAbbreviationsBeforeName{
    "ul.", "al.", "pl.", "os.", "nr", "art.", "ust.", "pkt", "lit.", "poz.", "str.", "tel.",
    "godz.", "św."};

inline constexpr std::array<std::string_view, 34> kUnits{
    "%", "‰", "°C", "€", "EUR", "PLN", "zł", "gr", "tys", "mln", "mld",
    "h", "min", "s", "godz", "km", "m", "cm", "mm", "m²", "m³", "ha",
    "kg", "g", "dag", "mg", "l", "ml", "szt", "kW", "kWh", "GB", "MB", "kB"};
inline constexpr std::array<std::string_view, 4> kEnglishUnits{"am", "pm", "a.m", "p.m"};
inline constexpr std::array<std::string_view, 15> kUkrainianUnits{
    "зл", "грн", "год", "хв", "с", "км", "м", "см", "мм", "кг", "г", "л", "тис", "млн", "шт"};

/// Names of months as they stand after a day.
using Months = std::array<std::string_view, 12>;
inline constexpr Months kPolishMonths{
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca",
    "lipca", "sierpnia", "września", "października", "listopada", "grudnia"};
inline constexpr Months kEnglishMonths{
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December"};
inline constexpr Months kUkrainianMonths{
    "січня", "лютого", "березня", "квітня", "травня", "червня",
    "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"};
// clang-format on

}  // namespace okienko::language
