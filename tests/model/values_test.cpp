#include <gtest/gtest.h>

#include "model/date.hpp"
#include "model/money.hpp"
#include "model/schedule.hpp"
#include "model/service.hpp"
#include "model/suggestion.hpp"

namespace okienko::model {
namespace {

TEST(Date, ReadsOnlyDaysThatExist) {
    EXPECT_TRUE(parse_date("2028-02-29"));
    EXPECT_FALSE(parse_date("2026-02-29"));
    EXPECT_FALSE(parse_date("2026-2-1"));
    EXPECT_FALSE(parse_date("01.02.2026"));
    EXPECT_EQ(to_iso(*parse_date("2026-03-05")), "2026-03-05");
}

TEST(Date, WritesMomentsAsNamesThatSortByTime) {
    std::chrono::sys_seconds moment{std::chrono::seconds{1'794'819'661}};
    EXPECT_EQ(to_compact_utc(moment), "20261116T090101Z");
    EXPECT_EQ(parse_compact_utc("20261116T090101Z"), moment);
    for (const auto* other : {"",
                              "20261116T090101",
                              "20261116T090101z",
                              "20261316T090101Z",
                              "20261116T240101Z",
                              "20261116T096001Z",
                              "2026-1-16T09010Z"}) {
        EXPECT_FALSE(parse_compact_utc(other)) << other;
    }
}

TEST(TimeOfDay, ReachesTheEndOfTheDay) {
    EXPECT_EQ(parse_time_of_day("07:30")->count(), 450);
    EXPECT_EQ(parse_time_of_day("24:00")->count(), 1440);
    EXPECT_FALSE(parse_time_of_day("24:01"));
    EXPECT_FALSE(parse_time_of_day("7:30"));
    EXPECT_FALSE(parse_time_of_day("12:60"));
    EXPECT_EQ(to_iso(TimeOfDay{450}), "07:30");
}

TEST(Money, IsExactToTheGrosz) {
    EXPECT_EQ(parse_money("12.50")->grosze, 1250);
    EXPECT_EQ(parse_money("12,5")->grosze, 1250);
    EXPECT_EQ(parse_money("0")->grosze, 0);
    EXPECT_EQ(to_decimal(Money{1205}), "12.05");
}

TEST(Money, RefusesWhatIsNotAnAmount) {
    for (auto text : {"", "-1", "1.234", "12.", "1 000", "zł", "9999999999"}) {
        EXPECT_FALSE(parse_money(text)) << text;
    }
}

TEST(Service, IsUpcomingThenPublishedThenNeither) {
    Service service;
    service.valid_from = parse_date("2026-12-01");
    service.valid_to = parse_date("2026-12-31");
    const auto is = [&service](const char* day) {
        auto date = *parse_date(day);
        return std::pair{is_upcoming(service, date), is_published(service, date)};
    };
    EXPECT_EQ(is("2026-11-30"), (std::pair{true, false}));
    EXPECT_EQ(is("2026-12-01"), (std::pair{false, true}));
    EXPECT_EQ(is("2026-12-31"), (std::pair{false, true}));
    EXPECT_EQ(is("2027-01-01"), (std::pair{false, false}));
    service.status = ServiceStatus::Defunct;
    EXPECT_EQ(is("2026-11-30"), (std::pair{false, false}));
}

TEST(ScheduleDay, ReadsAndWritesOrdinals) {
    for (auto text : {"mo", "3sa", "-1fr", "5su"}) {
        auto read = parse_schedule_day(text);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(to_string(*read), text);
    }
    for (auto text : {"", "m", "6mo", "0tu", "-2we", "pn", "10mo"}) {
        EXPECT_FALSE(parse_schedule_day(text)) << text;
    }
}

TEST(Suggestion, FindsTheNearestWord) {
    std::vector<std::string_view> keys{"title", "summary", "telefon"};
    EXPECT_EQ(nearest("titel", keys), "title");
    EXPECT_EQ(did_you_mean("telefn", keys), "może „telefon”?");
}

TEST(Suggestion, SaysNothingWhenNothingIsNear) {
    std::vector<std::string_view> keys{"title", "summary"};
    EXPECT_EQ(did_you_mean("xyzzy", keys), "");
    EXPECT_EQ(did_you_mean("a", {}), "");
}

}  // namespace
}  // namespace okienko::model
