#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

#include "model/date.hpp"

namespace okienko::generator {

/// A minute of the centre's local time, counted from 1 January 1970 0:00.
using LocalMinute = std::int64_t;

inline LocalMinute local_minute(model::Date date, model::TimeOfDay time = model::TimeOfDay{0}) {
    auto days = std::chrono::sys_days{date}.time_since_epoch();
    return std::chrono::duration_cast<std::chrono::minutes>(days + time).count();
}

/// The span of moments in which something stays as it is.
struct Validity {
    LocalMinute from = std::numeric_limits<LocalMinute>::min();
    LocalMinute until = std::numeric_limits<LocalMinute>::max();  ///< The first moment after it.

    [[nodiscard]] bool holds_at(LocalMinute moment) const {
        return from <= moment && moment < until;
    }
    /// Shortens it to what lies in both.
    void narrow(const Validity& other) {
        from = std::max(from, other.from);
        until = std::min(until, other.until);
    }
    bool operator==(const Validity&) const = default;
};

}  // namespace okienko::generator
