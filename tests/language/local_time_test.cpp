#include "language/local_time.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace okienko::language {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

constexpr std::string_view kWarsaw = "Europe/Warsaw";

TEST(LocalTime, WarsawIsOneHourAheadInWinter) {
    EXPECT_EQ(local_time(sys_days{2026y / 11 / 22} + 7h + 30min, kWarsaw),
              (LocalTime{2026y / 11 / 22, 8h + 30min, 60min}));
}

TEST(LocalTime, WarsawIsTwoHoursAheadInSummer) {
    EXPECT_EQ(local_time(sys_days{2026y / 7 / 1} + 10h, kWarsaw),
              (LocalTime{2026y / 7 / 1, 12h, 120min}));
}

TEST(LocalTime, LateEveningInUtcIsTomorrowInWarsaw) {
    EXPECT_EQ(local_time(sys_days{2026y / 12 / 31} + 23h + 59min + 59s, kWarsaw),
              (LocalTime{2027y / 1 / 1, 59min, 60min}));
}

TEST(LocalTime, ClocksChangeAtOneUtc) {
    const auto spring = sys_days{2026y / 3 / 29} + 1h;
    EXPECT_EQ(local_time(spring - 1s, kWarsaw).time, 1h + 59min);
    EXPECT_EQ(local_time(spring, kWarsaw).time, 3h);
    const auto autumn = sys_days{2026y / 10 / 25} + 1h;
    EXPECT_EQ(local_time(autumn - 1s, kWarsaw), (LocalTime{2026y / 10 / 25, 2h + 59min, 120min}));
    EXPECT_EQ(local_time(autumn, kWarsaw), (LocalTime{2026y / 10 / 25, 2h, 60min}));
}

TEST(LocalTime, TimesBefore1970AreRoundedDown) {
    EXPECT_EQ(local_time(sys_days{1969y / 12 / 31} + 23h + 59min + 30s, "UTC"),
              (LocalTime{1969y / 12 / 31, 23h + 59min, 0min}));
}

class UnknownZone : public testing::TestWithParam<const char*> {};

TEST_P(UnknownZone, IsRefusedByLocalTime) {
    EXPECT_THROW((void)local_time({}, GetParam()), std::invalid_argument);
}

TEST_P(UnknownZone, IsRefusedByUtcOf) {
    EXPECT_THROW((void)utc_of(2026y / 1 / 1, 0min, GetParam()), std::invalid_argument);
}

TEST_P(UnknownZone, IsRefusedByRfc3339) {
    EXPECT_THROW((void)rfc3339({}, GetParam()), std::invalid_argument);
}

INSTANTIATE_TEST_SUITE_P(
    Names,
    UnknownZone,
    testing::Values("Europe/Lapy", "", "Etc/Unknown", "GMT+3", "europe/warsaw", "\xFF"));

TEST(LocalTime, RefusedZoneDoesNotSpoilTheNextCall) {
    EXPECT_THROW((void)local_time({}, "Europe/Lapy"), std::invalid_argument);
    EXPECT_EQ(local_time({}, kWarsaw).time, 1h);
    EXPECT_EQ(local_time({}, "UTC").time, 0h);
}

TEST(UtcOf, IsTheWayBack) {
    for (auto moment = sys_days{2026y / 1 / 1} + 0h; moment < sys_days{2027y / 1 / 1};
         moment += 7h) {
        const LocalTime local = local_time(moment, kWarsaw);
        EXPECT_EQ(utc_of(local.date, local.time, kWarsaw), moment);
    }
}

TEST(UtcOf, SkippedHourIsReadAsOneHourLater) {
    const auto moment = utc_of(2026y / 3 / 29, 2h + 30min, kWarsaw);
    EXPECT_EQ(moment, sys_days{2026y / 3 / 29} + 1h + 30min);
    EXPECT_EQ(local_time(moment, kWarsaw).time, 3h + 30min);
}

TEST(UtcOf, RepeatedHourIsItsFirstPassing) {
    EXPECT_EQ(utc_of(2026y / 10 / 25, 2h + 30min, kWarsaw), sys_days{2026y / 10 / 25} + 30min);
}

TEST(UtcOf, EndOfDayIsTheNextMidnight) {
    EXPECT_EQ(utc_of(2026y / 11 / 22, 24h, kWarsaw), utc_of(2026y / 11 / 23, 0h, kWarsaw));
}

TEST(Rfc3339, CarriesTheOffsetOfTheZone) {
    const auto moment = sys_days{2026y / 11 / 22} + 7h + 30min;
    EXPECT_EQ(rfc3339(moment, kWarsaw), "2026-11-22T08:30:00+01:00");
    EXPECT_EQ(rfc3339(sys_days{2026y / 7 / 1} + 22h + 5s, kWarsaw), "2026-07-02T00:00:05+02:00");
    EXPECT_EQ(rfc3339(moment, "UTC"), "2026-11-22T07:30:00+00:00");
    EXPECT_EQ(rfc3339(moment, "America/St_Johns"), "2026-11-22T04:00:00-03:30");
}

TEST(Rfc3339, SecondsBefore1970AreNotNegative) {
    EXPECT_EQ(rfc3339(sys_days{1969y / 12 / 31} + 23h + 59min + 58s, "UTC"),
              "1969-12-31T23:59:58+00:00");
}

}  // namespace
}  // namespace okienko::language
