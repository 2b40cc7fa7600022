#include "model/date.hpp"

#include <array>
#include <cstdio>

namespace okienko::model {
namespace {

/// Exactly `text.size()` decimal digits, or nothing.
std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// A catalogue has a million dates and times: printf would take long.
void put_two_digits(std::string& text, std::size_t at, unsigned number) {
    text[at] = static_cast<char>('0' + number / 10 % 10);
    text[at + 1] = static_cast<char>('0' + number % 10);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto year = digits(text.substr(0, 4));
    auto month = digits(text.substr(5, 2));
    auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    Date date{std::chrono::year{*year},
              std::chrono::month{static_cast<unsigned>(*month)},
              std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::string to_iso(Date date) {
    auto year = static_cast<int>(date.year());
    if (year < 0 || year > 9999) year = 9999;  // Nobody can write such a day.
    std::string text = "0000-00-00";
    put_two_digits(text, 0, static_cast<unsigned>(year) / 100);
    put_two_digits(text, 2, static_cast<unsigned>(year) % 100);
    put_two_digits(text, 5, static_cast<unsigned>(date.month()));
    put_two_digits(text, 8, static_cast<unsigned>(date.day()));
    return text;
}

std::optional<std::chrono::sys_seconds> parse_compact_utc(std::string_view text) {
    if (text.size() != 16 || text[8] != 'T' || text[15] != 'Z') return std::nullopt;
    auto day = parse_date(std::string{text.substr(0, 4)}
                              .append("-")
                              .append(text.substr(4, 2))
                              .append("-")
                              .append(text.substr(6, 2)));
    auto hours = digits(text.substr(9, 2));
    auto minutes = digits(text.substr(11, 2));
    auto seconds = digits(text.substr(13, 2));
    if (!day || !hours || !minutes || !seconds) return std::nullopt;
    if (*hours > 23 || *minutes > 59 || *seconds > 59) return std::nullopt;
    return std::chrono::sys_days{*day} + std::chrono::hours{*hours} +
           std::chrono::minutes{*minutes} + std::chrono::seconds{*seconds};
}

std::string to_compact_utc(std::chrono::sys_seconds moment) {
    auto day = std::chrono::floor<std::chrono::days>(moment);
    std::chrono::hh_mm_ss clock{moment - day};
    std::string date = to_iso(Date{day});
    std::erase(date, '-');
    std::array<char, 16> time{};
    std::snprintf(time.data(),
                  time.size(),
                  "T%02d%02d%02dZ",
                  static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return date + time.data();
}

std::optional<TimeOfDay> parse_time_of_day(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    auto hours = digits(text.substr(0, 2));
    auto minutes = digits(text.substr(3, 2));
    if (!hours || !minutes || *minutes > 59) return std::nullopt;
    TimeOfDay time{*hours * 60 + *minutes};
    if (time > std::chrono::hours{24}) return std::nullopt;
    return time;
}

std::string to_iso(TimeOfDay time) {
    auto minutes = static_cast<unsigned>(time.count());
    std::string text = "00:00";
    put_two_digits(text, 0, minutes / 60);
    put_two_digits(text, 3, minutes % 60);
    return text;
}

}  // namespace okienko::model
