#pragma once

#include <string>
#include <string_view>

#include "model/date.hpp"

namespace okienko::generator {

/// "20261122T093000Z".
std::string utc_text(model::Date date, model::TimeOfDay time);

/// The text of an iCalendar object, line by line (RFC 5545 section 3.1).
class CalendarText {
  public:
    /// `bytes` is about how long the text will be: a county's is many megabytes.
    CalendarText(std::string_view time_zone, std::size_t bytes) : time_zone_(time_zone) {
        text_.reserve(bytes);
    }

    /// A content line, folded where it is longer than 75 bytes.
    void line(std::string_view content);

    /// A text, escaped as section 3.3.11 says.
    void words(std::string_view name, std::string_view text);

    /// A moment by the clock on the wall: "DTSTART;TZID=Europe/Warsaw:20261122T093000". 24:00 is
    /// the next day's 0:00.
    void moment(std::string_view name, model::Date date, model::TimeOfDay time);

    std::string take() { return std::move(text_); }

  private:
    std::string_view time_zone_;
    std::string text_;
    std::string buffer_;
};

}  // namespace okienko::generator
