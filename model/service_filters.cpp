#include "model/service_filters.hpp"

#include <algorithm>

namespace okienko::model {
namespace {

bool has_ended(const Schedule& schedule, Date today) {
    auto last = schedule.frequency == Frequency::Once ? schedule.valid_from : schedule.valid_to;
    return last && *last < today;
}

}  // namespace

bool is_open_to(const Service& service, const AgeGroup& group) {
    bool too_young = service.minimum_age && group.to && *group.to < *service.minimum_age;
    bool too_old = service.maximum_age && group.from > *service.maximum_age;
    return !too_young && !too_old;
}

Weekdays weekdays_of(const Service& service, Date today) {
    Weekdays found;
    for (const auto& schedule : service.schedules) {
        if (has_ended(schedule, today)) continue;
        if (schedule.frequency == Frequency::Once) {
            found.set(
                std::chrono::weekday{std::chrono::sys_days{schedule.valid_from}}.c_encoding());
        }
        for (const auto& day : schedule.days) found.set(day.weekday.c_encoding());
    }
    return found;
}

std::vector<std::string_view> places_of(const Service& service, Date today) {
    std::vector<std::string_view> found{service.places.begin(), service.places.end()};
    for (const auto& schedule : service.schedules) {
        if (schedule.place.empty() || has_ended(schedule, today)) continue;
        if (std::find(found.begin(), found.end(), schedule.place) == found.end()) {
            found.emplace_back(schedule.place);
        }
    }
    return found;
}

}  // namespace okienko::model
