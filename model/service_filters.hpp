#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.hpp"
#include "model/service.hpp"

/// What residents narrow the catalogue by, as far as it takes a rule to tell.
namespace okienko::model {

/// Ages in which people look for different things. They cover every age, without a gap.
struct AgeGroup {
    std::string_view slug;
    int from = 0;
    std::optional<int> to;  ///< Included; nothing for "and more".
};
inline constexpr std::array kAgeGroups{AgeGroup{"do-6-lat", 0, 6},
                                       AgeGroup{"7-12-lat", 7, 12},
                                       AgeGroup{"13-17-lat", 13, 17},
                                       AgeGroup{"18-59-lat", 18, 59},
                                       AgeGroup{"60-lat-i-wiecej", 60, std::nullopt}};

/// Whether somebody of that age may use the service. A limit that is not stated excludes nobody.
bool is_open_to(const Service& service, const AgeGroup& group);

/// By weekday::c_encoding(): Sunday is 0.
using Weekdays = std::bitset<7>;

/// On which days of the week there is something of the service from `today` on: what has ended does
/// not count, nor do days that only the month names ("every 15th").
Weekdays weekdays_of(const Service& service, Date today);

/// Where the service is given from `today` on: its places and those of its schedules, each once.
std::vector<std::string_view> places_of(const Service& service, Date today);

}  // namespace okienko::model
