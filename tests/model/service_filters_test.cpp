#include "model/service_filters.hpp"

#include <gtest/gtest.h>

#include "tests/model/day.hpp"

namespace okienko::model {
namespace {

using std::chrono::Saturday;
using std::chrono::Thursday;
using Slugs = std::vector<std::string_view>;

Slugs groups_of(std::optional<int> minimum, std::optional<int> maximum) {
    Service service;
    service.minimum_age = minimum;
    service.maximum_age = maximum;
    Slugs found;
    for (const auto& group : kAgeGroups) {
        if (is_open_to(service, group)) found.push_back(group.slug);
    }
    return found;
}

TEST(AgeGroups, CoverEveryAgeWithoutAGap) {
    EXPECT_EQ(kAgeGroups.front().from, 0);
    for (std::size_t i = 1; i < kAgeGroups.size(); ++i) {
        EXPECT_EQ(kAgeGroups[i].from, *kAgeGroups[i - 1].to + 1);
    }
    EXPECT_FALSE(kAgeGroups.back().to);
}

TEST(AgeGroups, FindAServiceThatTakesSomebodyOfThem) {
    EXPECT_EQ(groups_of(16, 17), (Slugs{"13-17-lat"}));
    EXPECT_EQ(groups_of(6, 7), (Slugs{"do-6-lat", "7-12-lat"}));
    EXPECT_EQ(groups_of(60, std::nullopt), (Slugs{"60-lat-i-wiecej"}));
    EXPECT_EQ(groups_of(std::nullopt, 12), (Slugs{"do-6-lat", "7-12-lat"}));
    EXPECT_EQ(groups_of(59, 60), (Slugs{"18-59-lat", "60-lat-i-wiecej"}));
}

TEST(AgeGroups, AllFindAServiceWithoutLimits) {
    EXPECT_EQ(groups_of(std::nullopt, std::nullopt).size(), kAgeGroups.size());
}

Schedule schedule_on(std::chrono::weekday weekday, const char* place) {
    Schedule schedule;
    schedule.place = place;
    schedule.days = {{0, weekday}};
    schedule.valid_from = day("2026-09-01");
    return schedule;
}

Service service_with(std::vector<Schedule> schedules) {
    Service service;
    service.places = {"biblioteka"};
    service.schedules = std::move(schedules);
    return service;
}

TEST(WeekdaysOf, AreThoseOfSchedulesThatHaveNotEnded) {
    auto over = schedule_on(Saturday, "dom");
    over.valid_to = day("2026-11-22");
    auto service = service_with({schedule_on(Thursday, "dom"), over});
    EXPECT_EQ(weekdays_of(service, day("2026-11-22")).count(), 2U);
    auto later = weekdays_of(service, day("2026-11-23"));
    EXPECT_TRUE(later.test(Thursday.c_encoding()));
    EXPECT_EQ(later.count(), 1U);
}

TEST(WeekdaysOf, CountASingleMeetingUntilItsDay) {
    Schedule once;
    once.frequency = Frequency::Once;
    once.valid_from = day("2026-12-05");
    auto service = service_with({once});
    EXPECT_TRUE(weekdays_of(service, day("2026-12-05")).test(Saturday.c_encoding()));
    EXPECT_TRUE(weekdays_of(service, day("2026-12-06")).none());
}

TEST(PlacesOf, AreThoseOfTheServiceAndOfItsSchedulesEachOnce) {
    auto over = schedule_on(Saturday, "dom");
    over.valid_to = day("2026-11-22");
    auto service =
        service_with({schedule_on(Thursday, "biblioteka"), schedule_on(Thursday, ""), over});
    EXPECT_EQ(places_of(service, day("2026-11-22")), (Slugs{"biblioteka", "dom"}));
    EXPECT_EQ(places_of(service, day("2026-11-23")), (Slugs{"biblioteka"}));
}

}  // namespace
}  // namespace okienko::model
