#include "language/dates.hpp"

#include <unicode/dtfmtsym.h>

#include <array>
#include <cassert>
#include <cstddef>

#include "language/icu.hpp"

namespace okienko::language {

namespace {

constexpr std::size_t kMonths = 12;
constexpr std::size_t kWeekdays = 7;

/// Copies CLDR's names out of ICU once: plain strings are quick to read and safe to share.
template <std::size_t kCount>
std::array<std::string, kCount> names_of(const icu::DateFormatSymbols& symbols,
                                         icu::DateFormatSymbols::DtContextType context,
                                         icu::DateFormatSymbols::DtWidthType width) {
    int32_t count = 0;
    const icu::UnicodeString* names = nullptr;
    std::size_t first = 0;
    if constexpr (kCount == kMonths) {
        names = symbols.getMonths(count, context, width);
    } else {
        names = symbols.getWeekdays(count, context, width);
        first = 1;  // ICU numbers weekdays from 1 (Sunday) and leaves place 0 empty.
    }
    std::array<std::string, kCount> copies;
    for (std::size_t i = 0; i < kCount && first + i < static_cast<std::size_t>(count); ++i) {
        copies[i] = to_utf8(names[first + i]);
    }
    return copies;
}

struct Names {
    explicit Names(Language language) {
        using icu::DateFormatSymbols;
        UErrorCode status = U_ZERO_ERROR;
        const DateFormatSymbols symbols(icu_locale(language), status);
        require_icu_data(status, language, "names of months");
        months_in_dates =
            names_of<kMonths>(symbols, DateFormatSymbols::FORMAT, DateFormatSymbols::WIDE);
        months_alone =
            names_of<kMonths>(symbols, DateFormatSymbols::STANDALONE, DateFormatSymbols::WIDE);
        weekdays =
            names_of<kWeekdays>(symbols, DateFormatSymbols::STANDALONE, DateFormatSymbols::WIDE);
        weekdays_short = names_of<kWeekdays>(
            symbols, DateFormatSymbols::STANDALONE, DateFormatSymbols::ABBREVIATED);
    }

    std::array<std::string, kMonths> months_in_dates;
    std::array<std::string, kMonths> months_alone;
    std::array<std::string, kWeekdays> weekdays;
    std::array<std::string, kWeekdays> weekdays_short;
};

const Names& names(Language language) {
    return one_per_language<Names>(language);
}

std::size_t index_of(std::chrono::month month) {
    return static_cast<unsigned>(month) - 1;
}

std::string digits(unsigned value, std::size_t width) {
    std::string text = std::to_string(value);
    if (text.size() < width) {
        text.insert(0, width - text.size(), '0');
    }
    return text;
}

unsigned year_of(Date date) {
    assert(date.ok() && static_cast<int>(date.year()) >= 0);
    return static_cast<unsigned>(static_cast<int>(date.year()));
}

std::string day_of(Date date, std::size_t width = 1) {
    return digits(static_cast<unsigned>(date.day()), width);
}

std::string month_number(Date date) {
    return digits(static_cast<unsigned>(date.month()), 2);
}

std::chrono::weekday weekday_of(Date date) {
    return std::chrono::weekday{std::chrono::sys_days{date}};
}

}  // namespace

std::string date_long(Date date, Language language) {
    const std::string& month = names(language).months_in_dates[index_of(date.month())];
    return day_of(date) + " " + month + " " + std::to_string(year_of(date));
}

std::string date_full(Date date, Language language) {
    return weekday_name(date, language) + ", " + date_long(date, language);
}

std::string date_short(Date date, Language language) {
    const std::string year = digits(year_of(date), 4);
    switch (language) {
        case Language::Polish:
            return day_of(date) + "." + month_number(date) + "." + year;
        case Language::English:
            return day_of(date, 2) + "/" + month_number(date) + "/" + year;
        case Language::Ukrainian:
            return day_of(date, 2) + "." + month_number(date) + "." + year;
    }
    return {};
}

std::string month_year(Date date, Language language) {
    return names(language).months_alone[index_of(date.month())] + " " +
           std::to_string(year_of(date));
}

std::string date_iso(Date date) {
    return digits(year_of(date), 4) + "-" + month_number(date) + "-" + day_of(date, 2);
}

std::string weekday_name(std::chrono::weekday weekday, Language language) {
    assert(weekday.ok());
    return names(language).weekdays[weekday.c_encoding()];
}

std::string weekday_name(Date date, Language language) {
    return weekday_name(weekday_of(date), language);
}

std::string weekday_short(std::chrono::weekday weekday, Language language) {
    assert(weekday.ok());
    return names(language).weekdays_short[weekday.c_encoding()];
}

std::string weekday_short(Date date, Language language) {
    return weekday_short(weekday_of(date), language);
}

std::string time_of_day(std::chrono::minutes since_midnight) {
    assert(since_midnight >= std::chrono::minutes{0} && since_midnight <= std::chrono::hours{24});
    const auto minutes = static_cast<unsigned>(since_midnight.count());
    return std::to_string(minutes / 60) + ":" + digits(minutes % 60, 2);
}

std::string time_range(std::chrono::minutes from, std::chrono::minutes to) {
    return time_of_day(from) + "–" + time_of_day(to);
}

}  // namespace okienko::language
