#include "generator/pages/weekday_phrases.hpp"

#include <algorithm>

#include "generator/pages/phrases.hpp"
#include "language/dates.hpp"

namespace okienko::generator {
namespace {

using std::chrono::weekday;

constexpr std::size_t kShortestRun = 3;
constexpr std::size_t kDaysOfWeek = 7;

/// "weekday_every" and Monday → "w każdy poniedziałek".
const std::string& form(std::string_view group, weekday day, const Words& words) {
    return words[std::string{group} + "." + model::to_string(model::ScheduleDay{0, day})];
}

bool is_one_run(const std::vector<weekday>& days) {
    return days.size() >= kShortestRun &&
           std::adjacent_find(days.begin(), days.end(), [](weekday a, weekday b) {
               return b.iso_encoding() != a.iso_encoding() + 1;
           }) == days.end();
}

std::string day_range(const std::vector<weekday>& days, const Words& words) {
    return words.format("schedule.day_range",
                        {{"from", form("weekday_from", days.front(), words)},
                         {"to", form("weekday_to", days.back(), words)}});
}

const std::string& ordinal(const model::ScheduleDay& day, const Words& words) {
    auto number = day.ordinal < 0 ? std::string{"last"} : std::to_string(day.ordinal);
    return words["ordinal_" + form("weekday_gender", day.weekday, words) + "." + number];
}

/// "pierwszą i trzecią" of the days that share the weekday of `days[first]`; moves past them.
std::string same_weekday_phrase(const std::vector<model::ScheduleDay>& days,
                                std::size_t& at,
                                const Words& words) {
    auto day = days[at].weekday;
    std::vector<std::string> ordinals;
    for (; at < days.size() && days[at].weekday == day; ++at) {
        if (days[at].ordinal != 0) ordinals.push_back(ordinal(days[at], words));
    }
    if (ordinals.empty()) return form("weekday_every", day, words);
    return words.format(
        "schedule.monthly_day",
        {{"ordinal", joined(ordinals, words)}, {"day", form("weekday_name", day, words)}});
}

}  // namespace

std::string every_week_on(const std::vector<weekday>& days, const Words& words) {
    if (days.empty()) return {};
    if (days.size() == kDaysOfWeek) return words["schedule.daily"];
    if (is_one_run(days)) return day_range(days, words);
    std::vector<std::string> parts{form("weekday_every", days.front(), words)};
    for (std::size_t i = 1; i < days.size(); ++i) {
        parts.push_back(form("weekday_also", days[i], words));
    }
    return joined(parts, words);
}

std::string every_few_weeks_on(const std::vector<weekday>& days, int interval, const Words& words) {
    if (days.size() == 1 && interval == 2) return form("weekday_every_other", days[0], words);
    std::vector<std::string> parts;
    parts.reserve(days.size());
    for (auto day : days) parts.push_back(form("weekday_on", day, words));
    return words.format(
        "schedule.every_n",
        {{"every", words.count("count.every_weeks", interval)}, {"days", joined(parts, words)}});
}

std::string every_month_on(const std::vector<model::ScheduleDay>& days, const Words& words) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < days.size();) {
        parts.push_back(same_weekday_phrase(days, at, words));
    }
    return joined(parts, words);
}

const std::string& on_weekday(weekday day, const Words& words) {
    return form("weekday_on", day, words);
}

std::string weekday_list(std::vector<weekday> days, const Words& words) {
    std::sort(days.begin(), days.end(), [](weekday a, weekday b) {
        return a.iso_encoding() < b.iso_encoding();
    });
    auto name = [&](weekday day) { return language::weekday_name(day, words.language()); };
    std::string text;
    for (std::size_t first = 0; first < days.size();) {
        auto last = first;
        while (last + 1 < days.size() &&
               days[last + 1].iso_encoding() == days[last].iso_encoding() + 1) {
            ++last;
        }
        if (last - first + 1 < kShortestRun) last = first;
        if (!text.empty()) text += words["list.comma"];
        text += name(days[first]);
        if (last != first) text += "–" + name(days[last]);
        first = last + 1;
    }
    return text;
}

}  // namespace okienko::generator
