#pragma once

#include <cstdint>
#include <string>

#include "model/date.hpp"

namespace okienko::model {

/// How often something was looked for on one day.
struct SearchCount {
    Date day{};
    std::string query;         ///< As it is counted: folded, without what may be personal.
    std::int64_t asked = 0;    ///< How many times.
    std::int64_t results = 0;  ///< How many answers there were, the last time.
    bool operator==(const SearchCount&) const = default;
};

/// The same over several days.
struct SearchTotal {
    std::string query;
    std::int64_t asked = 0;
    std::int64_t results = 0;  ///< On the last of the days.
    bool operator==(const SearchTotal&) const = default;
};

}  // namespace okienko::model
