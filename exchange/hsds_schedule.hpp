#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/schedule.hpp"

/// Our schedules as HSDS ones. HSDS 3.1 has no exceptions: a day off splits the validity in two
/// entries, a day with other hours is an entry of its own. The first entry carries our whole
/// schedule (`cus`), the others only say that they continue it, and are not read back.
namespace okienko::exchange {

/// The entries of one schedule. `id` is the UUID of the first, `location` of its place or empty.
model::Node::Array hsds_schedule(const model::Schedule& schedule,
                                 model::Node card,
                                 const std::string& id,
                                 const std::string& location);

/// One HSDS schedule → our card's group; nothing when the entry continues another. What HSDS does
/// not say (`holidays`, `booking`) is missing from the card.
std::optional<model::Node> schedule_card(model::Node schedule);

/// "2026-03-05" from a date or a date with a time.
std::optional<model::Date> hsds_date(std::string_view text);

}  // namespace okienko::exchange
