#include "model/occurrences.hpp"

#include <gtest/gtest.h>

#include "model/polish_holidays.hpp"
#include "tests/model/day.hpp"

namespace okienko::model {
namespace {

using namespace std::chrono_literals;
using std::chrono::Monday;
using std::chrono::Saturday;
using std::chrono::Thursday;

Schedule weekly(std::vector<ScheduleDay> days, const char* from) {
    Schedule schedule;
    schedule.frequency = Frequency::Weekly;
    schedule.days = std::move(days);
    schedule.starts = 9h;
    schedule.ends = 11h;
    schedule.valid_from = day(from);
    return schedule;
}

std::vector<std::string> dates(const Schedule& schedule, const char* first, const char* last) {
    std::vector<std::string> found;
    for (const auto& each : occurrences(schedule, day(first), day(last))) {
        found.push_back(to_iso(each.date));
    }
    return found;
}

using Dates = std::vector<std::string>;

TEST(Occurrences, RepeatEveryWeekOnTheNamedDays) {
    auto schedule = weekly({{0, Monday}, {0, Thursday}}, "2026-11-16");
    EXPECT_EQ(dates(schedule, "2026-11-22", "2026-12-01"),
              (Dates{"2026-11-23", "2026-11-26", "2026-11-30"}));
}

TEST(Occurrences, CountWeeksFromTheMondayOfTheFirstDay) {
    auto schedule = weekly({{0, Monday}}, "2026-11-19");  // A Thursday.
    schedule.interval = 2;
    EXPECT_EQ(dates(schedule, "2026-11-19", "2026-12-31"),
              (Dates{"2026-11-30", "2026-12-14", "2026-12-28"}));
}

TEST(Occurrences, KnowTheThirdSaturdayAndTheLastThursday) {
    auto schedule = weekly({{3, Saturday}, {-1, Thursday}}, "2026-11-01");
    schedule.frequency = Frequency::Monthly;
    EXPECT_EQ(dates(schedule, "2026-11-01", "2026-12-31"),
              (Dates{"2026-11-21", "2026-11-26", "2026-12-19", "2026-12-31"}));
}

TEST(Occurrences, SkipMonthsThatHaveNoSuchDay) {
    auto schedule = weekly({}, "2027-01-01");
    schedule.frequency = Frequency::Monthly;
    schedule.month_days = {31};
    EXPECT_EQ(dates(schedule, "2027-01-01", "2027-04-30"), (Dates{"2027-01-31", "2027-03-31"}));
}

TEST(Occurrences, LeaveOutPublicHolidaysUnlessOpen) {
    auto schedule = weekly({{0, Thursday}}, "2026-12-01");
    EXPECT_EQ(dates(schedule, "2026-12-17", "2026-12-31"), (Dates{"2026-12-17", "2026-12-31"}));
    schedule.holidays = Holidays::Open;
    EXPECT_EQ(dates(schedule, "2026-12-17", "2026-12-31"),
              (Dates{"2026-12-17", "2026-12-24", "2026-12-31"}));
}

TEST(Occurrences, ApplyExceptionsAndLetThemBeatHolidays) {
    auto schedule = weekly({{0, Thursday}}, "2026-12-01");
    schedule.exceptions = {
        {day("2026-12-17"), ExceptionKind::Closed, {}, {}, "szkolenie"},
        {day("2026-12-24"), ExceptionKind::Changed, 8h, 10h, "krócej"},
        {day("2026-12-19"), ExceptionKind::Extra, 10h, 12h, "dodatkowa sobota"},
    };
    auto found = occurrences(schedule, day("2026-12-15"), day("2026-12-31"));
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0], (Occurrence{day("2026-12-19"), 10h, 12h, "dodatkowa sobota"}));
    EXPECT_EQ(found[1], (Occurrence{day("2026-12-24"), 8h, 10h, "krócej"}));
    EXPECT_EQ(found[2], (Occurrence{day("2026-12-31"), 9h, 11h, ""}));
}

TEST(Occurrences, HappenOnceWhenTheScheduleSaysOnce) {
    auto schedule = weekly({}, "2026-12-06");
    schedule.frequency = Frequency::Once;
    EXPECT_EQ(dates(schedule, "2026-11-01", "2027-11-01"), (Dates{"2026-12-06"}));
}

TEST(NextOccurrence, IsTodayUntilItEnds) {
    auto schedule = weekly({{0, Monday}}, "2026-11-01");
    EXPECT_EQ(next_occurrence(schedule, day("2026-11-23"), 10h + 59min)->date, day("2026-11-23"));
    EXPECT_EQ(next_occurrence(schedule, day("2026-11-23"), 11h)->date, day("2026-11-30"));
}

TEST(NextOccurrence, IsNothingAfterTheLastDay) {
    auto schedule = weekly({{0, Monday}}, "2026-11-01");
    schedule.valid_to = day("2026-11-22");
    EXPECT_FALSE(next_occurrence(schedule, day("2026-11-22"), 0h));
}

TEST(PolishHolidays, KnowMovableFeasts) {
    EXPECT_EQ(easter_sunday(std::chrono::year{2026}), day("2026-04-05"));
    EXPECT_EQ(easter_sunday(std::chrono::year{2038}), day("2038-04-25"));
    EXPECT_TRUE(is_polish_holiday(day("2026-04-06")));
    EXPECT_TRUE(is_polish_holiday(day("2026-05-24")));
    EXPECT_TRUE(is_polish_holiday(day("2026-06-04")));
    EXPECT_FALSE(is_polish_holiday(day("2026-04-03")));
}

TEST(PolishHolidays, AreListedAsTheyAreOnEachDay) {
    std::vector<Date> each;
    auto first = std::chrono::sys_days{day("2024-05-02")};
    auto last = std::chrono::sys_days{day("2040-12-25")};
    for (auto date = first; date <= last; date += std::chrono::days{1}) {
        if (is_polish_holiday(Date{date})) each.emplace_back(date);
    }
    EXPECT_EQ(polish_holidays(Date{first}, Date{last}), each);
    EXPECT_TRUE(polish_holidays(Date{last}, Date{first}).empty());
}

TEST(PolishHolidays, CountChristmasEveOnlySince2025) {
    EXPECT_FALSE(is_polish_holiday(day("2024-12-24")));
    EXPECT_TRUE(is_polish_holiday(day("2025-12-24")));
}

}  // namespace
}  // namespace okienko::model
