#include "generator/pages/opening_hours.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "model/polish_holidays.hpp"

namespace okienko::generator {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// Of each day what is said after its date: nothing when the centre is closed.
using DaysUnlikeOthers = std::map<model::Date, std::string>;

std::string range(model::TimeOfDay opens, model::TimeOfDay closes) {
    return "=" + model::to_iso(opens) + "-" + model::to_iso(closes);
}

std::string week(const ContactSettings& contact) {
    std::string text;
    for (const auto& hours : contact.hours) {
        for (auto day : hours.days) {
            if (!text.empty()) text += ' ';
            text += std::to_string(day.c_encoding()) + range(hours.opens, hours.closes);
        }
    }
    return text;
}

bool is_working_day(const ContactSettings& contact, std::chrono::weekday day) {
    return std::any_of(contact.hours.begin(), contact.hours.end(), [day](const OfficeHours& each) {
        return std::find(each.days.begin(), each.days.end(), day) != each.days.end();
    });
}

/// What the settings say of a day goes before what the law says.
DaysUnlikeOthers days_unlike_others(const ContactSettings& contact, sys_days from, sys_days until) {
    DaysUnlikeOthers unlike;
    for (auto day = from; day < until; day += days{1}) {
        model::Date date{day};
        if (model::is_polish_holiday(date) && is_working_day(contact, day)) unlike[date] = "";
    }
    for (const auto& special : contact.special_days) {
        auto last = std::min(sys_days{special.until} + days{1}, until);
        for (auto day = std::max(sys_days{special.from}, from); day < last; day += days{1}) {
            unlike[model::Date{day}] =
                special.opens ? range(*special.opens, *special.closes) : std::string{};
        }
    }
    return unlike;
}

}  // namespace

void set_opening_hours(View& view, const Site& site) {
    const auto& contact = site.settings().contact;
    auto this_year = site.clock().now().date.year();
    auto new_year = [](std::chrono::year year) {
        return model::Date{year, std::chrono::January, std::chrono::day{1}};
    };
    auto until = new_year(this_year + std::chrono::years{2});
    std::string unlike;
    for (const auto& [date, hours] : days_unlike_others(contact, new_year(this_year), until)) {
        if (!unlike.empty()) unlike += ' ';
        unlike += model::to_iso(date) + hours;
    }
    view.value("opening_week", week(contact));
    view.value("opening_days", unlike);
    view.value("opening_until", model::to_iso(until));
    view.value("opening_zone", site.settings().site.time_zone);
}

}  // namespace okienko::generator
