#include "generator/pages/schedule_view.hpp"

#include <algorithm>

#include "generator/pages/phrases.hpp"
#include "generator/pages/place_view.hpp"
#include "generator/pages/weekday_phrases.hpp"
#include "language/dates.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::Schedule;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

std::vector<weekday> weekdays_of(const Schedule& schedule) {
    std::vector<weekday> found;
    for (const auto& day : schedule.days) found.push_back(day.weekday);
    std::sort(found.begin(), found.end(), [](weekday a, weekday b) {
        return a.iso_encoding() < b.iso_encoding();
    });
    return found;
}

std::string once(const Schedule& schedule, const Words& words) {
    return words.format("schedule.once",
                        {{"weekday", on_weekday(weekday{sys_days{schedule.valid_from}}, words)},
                         {"date", date_words(schedule.valid_from, words)}});
}

/// "1. i 15. dnia miesiąca".
std::string month_days(const Schedule& schedule, const Words& words) {
    std::vector<std::string> numbers;
    for (auto day : schedule.month_days) {
        numbers.push_back(words.format("schedule.day_number", {{"n", std::to_string(day)}}));
    }
    return words.format("schedule.monthly_date", {{"days", joined(numbers, words)}});
}

std::string monthly(const Schedule& schedule, const Words& words) {
    auto text = schedule.month_days.empty() ? every_month_on(schedule.days, words)
                                            : month_days(schedule, words);
    if (schedule.interval == 1) return text;
    return words.format(
        "schedule.every_n",
        {{"every", words.count("count.every_months", schedule.interval)}, {"days", text}});
}

/// "od 5 stycznia 2027 r. do 20 czerwca 2027 r.": only what a reader does not take for granted.
std::string validity(const Schedule& schedule, const Clock& clock, const Words& words) {
    if (schedule.frequency == model::Frequency::Once) return {};
    std::optional<model::Date> from;
    if (clock.is_before(schedule.valid_from)) from = schedule.valid_from;
    return period_words(from, schedule.valid_to, words);
}

std::string exception_words(const Schedule& schedule,
                            const model::ScheduleException& exception,
                            const Words& words) {
    auto time = language::time_range(exception.starts.value_or(schedule.starts),
                                     exception.ends.value_or(schedule.ends));
    switch (exception.kind) {
        case model::ExceptionKind::Closed:
            return words["schedule.exception_closed"];
        case model::ExceptionKind::Changed:
            return words.format("schedule.exception_changed", {{"time", time}});
        case model::ExceptionKind::Extra:
            return words.format("schedule.exception_extra", {{"time", time}});
    }
    return {};
}

std::vector<View> exception_rows(const Schedule& schedule,
                                 const CardTexts& texts,
                                 const Clock& clock,
                                 const Words& words) {
    std::vector<const model::ScheduleException*> coming;
    for (const auto& exception : schedule.exceptions) {
        if (!clock.is_after(exception.date)) coming.push_back(&exception);
    }
    std::stable_sort(coming.begin(), coming.end(), [](const auto* a, const auto* b) {
        return a->date < b->date;
    });
    std::vector<View> rows;
    for (const auto* exception : coming) {
        View row{words.language()};
        row.value("exception_iso", language::date_iso(exception->date));
        row.words("exception_date", weekday_and_date(exception->date, words));
        row.words("exception_kind", exception_words(schedule, *exception, words));
        texts.set(row, "exception_note", exception->note);
        rows.push_back(std::move(row));
    }
    return rows;
}

void set_place(View& row, const Site& site, const Schedule& schedule, const Words& words) {
    const auto* place = site.place(schedule.place);
    if (place) {
        row.words("schedule_place", place_line(*place, words), Language::Polish);
    } else {
        row.words("schedule_place", words["schedule.no_fixed_place"]);
    }
}

bool is_over(const Schedule& schedule, model::Date today) {
    bool once = schedule.frequency == model::Frequency::Once;
    auto last = once ? std::optional{schedule.valid_from} : schedule.valid_to;
    for (const auto& exception : schedule.exceptions) {
        if (last) last = std::max(*last, exception.date);
    }
    return last && *last < today;
}

/// The next meeting. The answer holds until that meeting has ended; where there is none within a
/// year, another day may bring one nearer, unless the schedule is over.
std::optional<model::Occurrence> next_of(const Schedule& schedule, const Clock& clock) {
    const auto& now = clock.now();
    auto next = model::next_occurrence(schedule, now.date, now.time);
    if (next) {
        clock.keep_until(next->date, next->ends);
    } else if (!is_over(schedule, now.date)) {
        clock.keep_until(now.date, std::chrono::hours{24});
    }
    return next;
}

void set_next(View& row, const Site& site, const Schedule& schedule, const Words& words) {
    auto next = next_of(schedule, site.clock());
    row.value("schedule_next_iso", next ? language::date_iso(next->date) : std::string{});
    row.words("schedule_next", next ? meeting_words({&schedule, *next}, words) : std::string{});
}

/// Adds the next meetings of one schedule, at most `most`.
void add_next(std::vector<Meeting>& meetings,
              const Schedule& schedule,
              const Clock& clock,
              std::size_t most) {
    auto next = next_of(schedule, clock);
    for (std::size_t i = 0; next && i < most; ++i) {
        meetings.push_back({&schedule, *next});
        model::Date from{sys_days{next->date} + days{1}};
        next = model::next_occurrence(schedule, from, model::TimeOfDay{0});
    }
}

}  // namespace

std::string schedule_days(const Schedule& schedule, const Words& words) {
    switch (schedule.frequency) {
        case model::Frequency::Once:
            return once(schedule, words);
        case model::Frequency::Monthly:
            return monthly(schedule, words);
        case model::Frequency::Weekly:
            break;
    }
    auto days = weekdays_of(schedule);
    if (schedule.interval == 1) return every_week_on(days, words);
    return every_few_weeks_on(days, schedule.interval, words);
}

std::string schedule_sentence(const Schedule& schedule, const Words& words) {
    return words.format("schedule.sentence",
                        {{"days", schedule_days(schedule, words)},
                         {"time", language::time_range(schedule.starts, schedule.ends)}});
}

std::vector<Meeting> next_meetings(const Site& site,
                                   const std::vector<Schedule>& schedules,
                                   std::size_t most) {
    std::vector<Meeting> meetings;
    bool somewhere = std::any_of(schedules.begin(), schedules.end(), [](const Schedule& each) {
        return !each.place.empty();
    });
    for (const auto& schedule : schedules) {
        if (somewhere && schedule.place.empty()) continue;
        add_next(meetings, schedule, site.clock(), most);
    }
    std::stable_sort(meetings.begin(), meetings.end(), [](const Meeting& a, const Meeting& b) {
        return std::pair{a.occurrence.date, a.occurrence.starts} <
               std::pair{b.occurrence.date, b.occurrence.starts};
    });
    if (meetings.size() > most) meetings.resize(most);
    return meetings;
}

std::string meeting_words(const Meeting& meeting, const Words& words) {
    const auto& occurrence = meeting.occurrence;
    return words.format("dates.day_and_time",
                        {{"day", weekday_and_date(occurrence.date, words)},
                         {"time", language::time_range(occurrence.starts, occurrence.ends)}});
}

View schedule_row(const Site& site, const Schedule& schedule, const CardTexts& texts) {
    const auto& words = site.words_in(texts.page());
    View row{texts.page()};
    texts.set(row, "schedule_title", schedule.title);
    row.words("schedule_sentence", schedule_sentence(schedule, words));
    row.words("schedule_period", validity(schedule, site.clock(), words));
    row.words("schedule_booking", words.label("booking", schedule.booking));
    row.words("schedule_holidays",
              schedule.frequency == model::Frequency::Once
                  ? std::string{}
                  : words["schedule.holidays_" + std::string{name(schedule.holidays)}]);
    texts.set(row, "schedule_note", schedule.note);
    set_place(row, site, schedule, words);
    set_next(row, site, schedule, words);
    auto exceptions = exception_rows(schedule, texts, site.clock(), words);
    row.flag("has_exceptions", !exceptions.empty());
    row.list("exceptions", std::move(exceptions));
    return row;
}

std::vector<View> office_hours_rows(const Site& site, Language language) {
    std::vector<View> rows;
    for (const auto& hours : site.settings().contact.hours) {
        View row{language};
        row.words("hours_days", weekday_list(hours.days, site.words_in(language)));
        row.words("hours_time", language::time_range(hours.opens, hours.closes));
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace okienko::generator
