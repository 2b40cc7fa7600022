#include "server/submission/retention.hpp"

#include "language/local_time.hpp"

namespace okienko::server {

model::Date day_at(const generator::LiveSite& live, std::chrono::sys_seconds moment) {
    return language::local_time(moment, live.site().settings().site.time_zone).date;
}

model::Date purge_day(const generator::LiveSite& live,
                      model::SubmissionState state,
                      std::chrono::sys_seconds moment) {
    const auto& forms = live.site().settings().forms;
    bool draft = state == model::SubmissionState::Draft;
    auto days = std::chrono::days{draft ? forms.draft_days : forms.submission_days};
    return model::Date{std::chrono::sys_days{day_at(live, moment)} + days};
}

}  // namespace okienko::server
