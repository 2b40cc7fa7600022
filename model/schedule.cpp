#include "model/schedule.hpp"

#include <algorithm>

namespace okienko::model {
namespace {

/// Indexed by weekday::c_encoding(): Sunday is 0.
constexpr std::array<std::string_view, 7> kDayNames{"su", "mo", "tu", "we", "th", "fr", "sa"};

}  // namespace

std::optional<ScheduleDay> parse_schedule_day(std::string_view text) {
    if (text.size() < 2) return std::nullopt;
    auto day = std::find(kDayNames.begin(), kDayNames.end(), text.substr(text.size() - 2));
    if (day == kDayNames.end()) return std::nullopt;
    std::chrono::weekday weekday{static_cast<unsigned>(day - kDayNames.begin())};
    auto ordinal = text.substr(0, text.size() - 2);
    if (ordinal.empty()) return ScheduleDay{0, weekday};
    if (ordinal == "-1") return ScheduleDay{-1, weekday};
    if (ordinal.size() != 1 || ordinal[0] < '1' || ordinal[0] > '5') return std::nullopt;
    return ScheduleDay{ordinal[0] - '0', weekday};
}

std::string to_string(ScheduleDay day) {
    std::string name{kDayNames[day.weekday.c_encoding()]};
    return day.ordinal == 0 ? name : std::to_string(day.ordinal) + name;
}

}  // namespace okienko::model
