#include "generator/clock.hpp"

#include "generator/incremental/inputs.hpp"

namespace okienko::generator {
namespace {

LocalMinute morning_after(model::Date day) {
    return local_minute(model::Date{std::chrono::sys_days{day} + std::chrono::days{1}});
}

/// Notes an answer that changes at the boundary, and on which side of it we are.
bool noted(bool beyond, LocalMinute boundary) {
    Validity validity;
    (beyond ? validity.from : validity.until) = boundary;
    note_validity(validity);
    return beyond;
}

}  // namespace

bool Clock::is_before(model::Date day) const {
    return !noted(now_.date >= day, local_minute(day));
}

bool Clock::is_after(model::Date day) const {
    return noted(now_.date > day, morning_after(day));
}

model::Date Clock::today() const {
    note_validity({local_minute(now_.date), morning_after(now_.date)});
    return now_.date;
}

void Clock::keep_until(model::Date day, model::TimeOfDay time) const {
    note_validity({local_minute(now_.date, now_.time), local_minute(day, time)});
}

}  // namespace okienko::generator
