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

model::Date Clock::monday() const {
    std::chrono::sys_days day{now_.date};
    auto monday = day - (std::chrono::weekday{day} - std::chrono::Monday);
    note_validity({local_minute(model::Date{monday}),
                   local_minute(model::Date{monday + std::chrono::days{7}})});
    return model::Date{monday};
}

model::Date Clock::first_of_month() const {
    model::Date first{now_.date.year(), now_.date.month(), std::chrono::day{1}};
    note_validity({local_minute(first), local_minute(first + std::chrono::months{1})});
    return first;
}

void Clock::keep_until(model::Date day, model::TimeOfDay time) const {
    note_validity({local_minute(now_.date, now_.time), local_minute(day, time)});
}

}  // namespace okienko::generator
