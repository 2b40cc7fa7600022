#pragma once

#include "language/local_time.hpp"
#include "model/date.hpp"

namespace okienko::generator {

/// The build's clock, the only one. Every answer is noted with the span of moments in which it
/// would be the same, so that a page is drawn again when its day comes, and not every day.
class Clock {
  public:
    Clock() = default;
    explicit Clock(language::LocalTime now) : now_(now) {}

    /// Whether the day has not come yet, and whether it is over.
    [[nodiscard]] bool is_before(model::Date day) const;
    [[nodiscard]] bool is_after(model::Date day) const;

    /// Today's date itself: the answer holds until midnight.
    [[nodiscard]] model::Date today() const;

    /// The Monday of this week: the answer holds until the next one.
    [[nodiscard]] model::Date monday() const;
    /// The first day of this month: the answer holds until the next one.
    [[nodiscard]] model::Date first_of_month() const;

    /// The moment itself, for questions that only their asker knows the validity of: it calls
    /// `keep_until`.
    [[nodiscard]] const language::LocalTime& now() const { return now_; }
    /// Notes that what was made of `now` holds from now to that moment.
    void keep_until(model::Date day, model::TimeOfDay time) const;

  private:
    language::LocalTime now_;
};

}  // namespace okienko::generator
