#include "generator/pages/timetable_changes.hpp"

#include <algorithm>
#include <string>

#include "generator/pages/phrases.hpp"
#include "generator/pages/timetable_rows.hpp"
#include "language/dates.hpp"
#include "model/polish_holidays.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::Schedule;
using std::chrono::sys_days;

std::string change_words(const Schedule& schedule,
                         const model::ScheduleException& exception,
                         const Words& words) {
    auto key = "schedule.exception_" + std::string{model::name(exception.kind)};
    auto time = language::time_range(exception.starts.value_or(schedule.starts),
                                     exception.ends.value_or(schedule.ends));
    return words.format(key, {{"time", time}});
}

struct Change {
    TimetableEntry entry;
    const model::ScheduleException* exception;
};

std::vector<Change> changes_between(const Site& site, model::Date first, model::Date last) {
    std::vector<Change> changes;
    for (const auto& service : site.services()) {
        auto terms = service.terms();
        for (const auto& schedule : terms.schedules) {
            for (const auto& exception : schedule.exceptions) {
                bool near = exception.date >= first && exception.date <= last;
                if (near) changes.push_back({{&terms.slug, &terms.name, &schedule}, &exception});
            }
        }
    }
    std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
        return a.exception->date < b.exception->date;
    });
    return changes;
}

View change_row(const Site& site, const Change& change) {
    View row{Language::Polish};
    set_slot_service(row, change.entry);
    row.words(
        "change_kind",
        change_words(*change.entry.schedule, *change.exception, site.words_in(Language::Polish)));
    row.words("change_note", change.exception->note);
    return row;
}

}  // namespace

std::vector<View> timetable_changes(const Site& site, model::Date first, model::Date last) {
    auto changes = changes_between(site, first, last);
    std::vector<View> days;
    for (std::size_t i = 0; i < changes.size();) {
        auto date = changes[i].exception->date;
        std::vector<View> rows;
        for (; i < changes.size() && changes[i].exception->date == date; ++i) {
            rows.push_back(change_row(site, changes[i]));
        }
        View day{Language::Polish};
        day.value("change_iso", language::date_iso(date));
        day.words("change_date", weekday_and_date(date, site.words_in(Language::Polish)));
        day.list("day_changes", std::move(rows));
        days.push_back(std::move(day));
    }
    return days;
}

std::vector<View> holiday_rows(const Site& site, model::Date first, model::Date last) {
    std::vector<View> rows;
    for (auto day = sys_days{first}; day <= sys_days{last}; day += std::chrono::days{1}) {
        model::Date date{day};
        if (!model::is_polish_holiday(date)) continue;
        View row{Language::Polish};
        row.value("holiday_iso", language::date_iso(date));
        row.words("holiday_date", weekday_and_date(date, site.words_in(Language::Polish)));
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace okienko::generator
