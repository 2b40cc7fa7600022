#include "language/dates.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace okienko::language {
namespace {

using namespace std::chrono_literals;

constexpr Date kThursday{2026y / 3 / 5};

TEST(Dates, LongDateHasTheMonthInTheGenitiveAndNoR) {
    EXPECT_EQ(date_long(kThursday, Language::Polish), "5 marca 2026");
    EXPECT_EQ(date_long(kThursday, Language::English), "5 March 2026");
    EXPECT_EQ(date_long(kThursday, Language::Ukrainian), "5 березня 2026");
}

TEST(Dates, EveryPolishMonthIsInTheGenitive) {
    constexpr std::array kMonths{"stycznia",
                                 "lutego",
                                 "marca",
                                 "kwietnia",
                                 "maja",
                                 "czerwca",
                                 "lipca",
                                 "sierpnia",
                                 "września",
                                 "października",
                                 "listopada",
                                 "grudnia"};
    for (unsigned month = 1; month <= 12; ++month) {
        const Date first{2026y, std::chrono::month{month}, std::chrono::day{1}};
        EXPECT_EQ(date_long(first, Language::Polish),
                  "1 " + std::string(kMonths[month - 1]) + " 2026");
    }
}

TEST(Dates, MonthAloneIsInTheNominative) {
    EXPECT_EQ(month_year(kThursday, Language::Polish), "marzec 2026");
    EXPECT_EQ(month_year(2026y / 10 / 1, Language::Polish), "październik 2026");
    EXPECT_EQ(month_year(kThursday, Language::English), "March 2026");
    EXPECT_EQ(month_year(kThursday, Language::Ukrainian), "березень 2026");
}

TEST(Dates, FullDateBeginsWithTheWeekday) {
    EXPECT_EQ(date_full(kThursday, Language::Polish), "czwartek, 5 marca 2026");
    EXPECT_EQ(date_full(kThursday, Language::English), "Thursday, 5 March 2026");
    EXPECT_EQ(date_full(kThursday, Language::Ukrainian), "четвер, 5 березня 2026");
}

TEST(Dates, ShortDateFollowsTheCountry) {
    EXPECT_EQ(date_short(kThursday, Language::Polish), "5.03.2026");
    EXPECT_EQ(date_short(2026y / 12 / 24, Language::Polish), "24.12.2026");
    EXPECT_EQ(date_short(kThursday, Language::English), "05/03/2026");
    EXPECT_EQ(date_short(kThursday, Language::Ukrainian), "05.03.2026");
}

TEST(Dates, IsoDateIsPaddedWithZeros) {
    EXPECT_EQ(date_iso(kThursday), "2026-03-05");
    EXPECT_EQ(date_iso(987y / 12 / 31), "0987-12-31");
}

TEST(Dates, WeekdaysAreNamedFromMondayToSunday) {
    std::string names;
    for (unsigned iso_number = 1; iso_number <= 7; ++iso_number) {
        const std::chrono::weekday weekday{iso_number};  // 7 is Sunday too
        names += weekday_name(weekday, Language::Polish) + " " +
                 weekday_short(weekday, Language::Polish) + " ";
    }
    EXPECT_EQ(names,
              "poniedziałek pon. wtorek wt. środa śr. czwartek czw. piątek pt. sobota sob. "
              "niedziela niedz. ");
    EXPECT_EQ(weekday_name(std::chrono::Sunday, Language::Ukrainian), "неділя");
    EXPECT_EQ(weekday_name(std::chrono::Sunday, Language::English), "Sunday");
}

TEST(Dates, WeekdayOfADateIsItsOwn) {
    EXPECT_EQ(weekday_name(kThursday, Language::Polish), "czwartek");
    EXPECT_EQ(weekday_short(kThursday, Language::Polish), "czw.");
    EXPECT_EQ(weekday_short(kThursday, Language::English), "Thu");
    EXPECT_EQ(weekday_short(kThursday, Language::Ukrainian), "чт");
    EXPECT_EQ(weekday_name(2024y / 2 / 29, Language::Polish), "czwartek");
}

TEST(Dates, TimeHasNoLeadingZeroInHours) {
    EXPECT_EQ(time_of_day(9h), "9:00");
    EXPECT_EQ(time_of_day(9h + 5min), "9:05");
    EXPECT_EQ(time_of_day(15h + 30min), "15:30");
    EXPECT_EQ(time_of_day(0min), "0:00");
    EXPECT_EQ(time_of_day(24h), "24:00");
}

TEST(Dates, TimeRangeHasAnEnDashWithoutSpaces) {
    EXPECT_EQ(time_range(9h, 15h + 30min), "9:00\u201315:30");
}

}  // namespace
}  // namespace okienko::language
