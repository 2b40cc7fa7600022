#pragma once

#include <chrono>

#include "generator/live_site.hpp"
#include "model/submission.hpp"

namespace okienko::server {

/// The day at the centre.
model::Date day_at(const generator::LiveSite& live, std::chrono::sys_seconds moment);

/// The first day on which a submission that reached this state at that moment must be gone, as the
/// centre's settings say.
model::Date purge_day(const generator::LiveSite& live,
                      model::SubmissionState state,
                      std::chrono::sys_seconds moment);

}  // namespace okienko::server
