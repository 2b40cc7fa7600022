#include "model/polish_holidays.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace okienko::model {
namespace {

using std::chrono::days;
using std::chrono::month_day;
using std::chrono::sys_days;
using namespace std::chrono_literals;

constexpr std::array kFixedHolidays{
    std::chrono::January / 1,
    std::chrono::January / 6,
    std::chrono::May / 1,
    std::chrono::May / 3,
    std::chrono::August / 15,
    std::chrono::November / 1,
    std::chrono::November / 11,
    std::chrono::December / 25,
    std::chrono::December / 26,
};

/// The same for a look at each day of a year: a bit for each day of a month, months from 1 on.
constexpr auto kFixedDays = [] {
    std::array<std::uint32_t, 13> months{};
    for (auto each : kFixedHolidays) months[unsigned{each.month()}] |= 1U << unsigned{each.day()};
    return months;
}();

constexpr bool is_fixed_holiday(Date date) {
    return date.month().ok() && date.day().ok() &&
           (kFixedDays[unsigned{date.month()}] >> unsigned{date.day()} & 1U) != 0;
}

/// Since 2025.
constexpr month_day kChristmasEve = std::chrono::December / 24;

/// Days after Easter Sunday: itself, Monday, Pentecost and Corpus Christi.
constexpr std::array kMovableHolidays{days{0}, days{1}, days{49}, days{60}};

constexpr Date computed_easter_sunday(std::chrono::year year) {
    int y = static_cast<int>(year);
    int golden = y % 19;
    int century = y / 100;
    int of_century = y % 100;
    int h =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (century % 4) + 2 * (of_century / 4) - h - of_century % 4) % 7;
    int m = (golden + 11 * h + 22 * l) / 451;
    int march_based = h + l - 7 * m + 114;
    return Date{year,
                std::chrono::month{static_cast<unsigned>(march_based / 31)},
                std::chrono::day{static_cast<unsigned>(march_based % 31 + 1)}};
}

/// Calendars ask for each of their meetings, so the years they are about are computed beforehand.
constexpr std::chrono::year kFirstKnown{2000};
constexpr auto kKnownEasters = [] {
    std::array<Date, 200> known{};
    auto year = kFirstKnown;
    for (auto& easter : known) easter = computed_easter_sunday(year++);
    return known;
}();

}  // namespace

Date easter_sunday(std::chrono::year year) {
    auto known = static_cast<std::size_t>((year - kFirstKnown).count());
    return known < kKnownEasters.size() ? kKnownEasters[known] : computed_easter_sunday(year);
}

bool is_polish_holiday(Date date) {
    if (is_fixed_holiday(date)) return true;
    month_day day{date.month(), date.day()};
    if (day == kChristmasEve) return date.year() >= 2025y;
    // Easter is between 22 March and 25 April, Corpus Christi two months later.
    if (day < std::chrono::March / 22 || day > std::chrono::June / 24) return false;
    auto after_easter = sys_days{date} - sys_days{easter_sunday(date.year())};
    return std::find(kMovableHolidays.begin(), kMovableHolidays.end(), after_easter) !=
           kMovableHolidays.end();
}

std::vector<Date> polish_holidays(Date first, Date last) {
    std::vector<Date> found;
    auto add = [&](Date date) {
        if (date >= first && date <= last && is_polish_holiday(date)) found.push_back(date);
    };
    for (auto year = first.year(); year <= last.year(); ++year) {
        for (auto day : kFixedHolidays) add(year / day);
        add(year / kChristmasEve);
        sys_days easter{easter_sunday(year)};
        for (auto later : kMovableHolidays) add(Date{easter + later});
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace okienko::model
