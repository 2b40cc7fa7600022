#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "bench/workload/build_day.hpp"
#include "bench/workload/hugo_data.hpp"
#include "bench/workload/hugo_timetable.hpp"
#include "bench/workload/json.hpp"
#include "language/dates.hpp"
#include "model/occurrences.hpp"
#include "model/polish_holidays.hpp"

// The weekly and monthly sheets for the wall: what is where and when, worked out for Hugo.
namespace okienko::bench {
namespace {

using model::Date;
using model::ExceptionKind;
using model::Schedule;
using std::chrono::days;
using std::chrono::sys_days;

constexpr std::size_t kMostServices = 200;  // As in Okienko.

struct Days {
    sys_days first;
    sys_days last;
};

struct Sheet {
    std::string_view path;
    Days days;
    std::string title;
};

struct Meeting {
    const Schedule* schedule;
    model::TimeOfDay starts;
    model::TimeOfDay ends;
    std::optional<ExceptionKind> exception;
};
using MeetingsByDay = std::map<sys_days, std::vector<Meeting>>;
using Letters = std::map<std::string, std::string>;

void mark_exceptions(const Schedule& schedule, const Days& span, MeetingsByDay& met) {
    for (const auto& exception : schedule.exceptions) {
        sys_days day{exception.date};
        if (day < span.first || day > span.last) continue;
        if (exception.kind == ExceptionKind::Closed) {
            met[day].push_back({&schedule, schedule.starts, schedule.ends, {}});
        }
        for (auto& each : met[day]) {
            if (each.schedule == &schedule) each.exception = exception.kind;
        }
    }
}

MeetingsByDay meetings_of(const model::Service& service, const Days& span) {
    MeetingsByDay met;
    for (const auto& schedule : service.schedules) {
        for (const auto& each : model::occurrences(schedule, Date{span.first}, Date{span.last})) {
            met[sys_days{each.date}].push_back({&schedule, each.starts, each.ends, {}});
        }
        mark_exceptions(schedule, span, met);
    }
    for (auto& [day, meetings] : met) {
        std::stable_sort(meetings.begin(), meetings.end(), [](const auto& a, const auto& b) {
            return std::pair{a.starts, a.ends} < std::pair{b.starts, b.ends};
        });
    }
    return met;
}

bool is_free(sys_days day) {
    std::chrono::weekday weekday{day};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday ||
           model::is_polish_holiday(Date{day});
}

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string day_json(sys_days day) {
    Date date{day};
    JsonObject column;
    column.add("iso", model::to_iso(date))
        .add("weekday", language::weekday_name(date, language::Language::Polish))
        .add("short", language::weekday_short(date, language::Language::Polish))
        .number("number", static_cast<unsigned>(date.day()))
        .add("month", two_digits(static_cast<unsigned>(date.month())));
    if (is_free(day)) column.value("free", "true");
    if (model::is_polish_holiday(date)) column.value("holiday", "true");
    return column.text();
}

std::string meeting_json(const Meeting& meeting, const Letters& letters) {
    auto minutes = meeting.starts.count();
    JsonObject row;
    row.add("time", language::time_range(meeting.starts, meeting.ends))
        .number("hour", minutes / 60)
        .add("minutes", two_digits(minutes % 60))
        .add("letter", letters.at(meeting.schedule->place))
        .add("place", meeting.schedule->place);
    if (meeting.exception) row.add("exception", name(*meeting.exception));
    if (meeting.schedule->booking == model::Booking::Required) row.value("booked", "true");
    return row.text();
}

std::string cell_json(sys_days day, const MeetingsByDay& met, const Letters& letters) {
    JsonObject cell;
    if (is_free(day)) cell.value("free", "true");
    if (auto found = met.find(day); found != met.end()) {
        cell.value("meetings", json_rows(found->second, [&](const Meeting& each) {
                       return meeting_json(each, letters);
                   }));
    }
    return cell.text();
}

std::string letters_of(const MeetingsByDay& met, const Letters& letters) {
    std::set<std::string> used;
    for (const auto& [day, meetings] : met) {
        for (const auto& each : meetings) used.insert(letters.at(each.schedule->place));
    }
    std::string text;
    for (const auto& each : used) text += (text.empty() ? "" : " ") + each;
    return text;
}

/// A, B … Z, A2, B2 …: what the places of a sheet are called in its cells.
std::string letter(std::size_t number) {
    constexpr std::size_t kLetters = 26;
    std::string text{static_cast<char>('A' + number % kLetters)};
    return number < kLetters ? text : text + std::to_string(number / kLetters + 1);
}

struct Row {
    const model::Service* service;
    MeetingsByDay met;
};

/// Gives the places of the rows their letters and lists them.
std::string places_json(const model::Catalogue& catalogue,
                        const std::vector<Row>& rows,
                        Letters& letters) {
    for (const auto& row : rows) {
        for (const auto& [day, meetings] : row.met) {
            for (const auto& each : meetings) letters[each.schedule->place] = {};
        }
    }
    std::vector<std::string> listed;
    for (const auto* place : by_name(catalogue.places)) {
        auto found = letters.find(place->slug);
        if (found == letters.end()) continue;
        found->second = letter(listed.size());
        listed.push_back(
            JsonObject{}.add("letter", found->second).add("place", place->slug).text());
    }
    return json_array(listed);
}

void add_table(JsonObject& sheet, const model::Catalogue& catalogue, const Days& span) {
    std::vector<Row> rows;
    for (const auto* service : by_name(catalogue.services)) {
        auto met = meetings_of(*service, span);
        if (!met.empty()) rows.push_back({service, std::move(met)});
    }
    std::vector<sys_days> all;
    for (auto day = span.first; day <= span.last; day += days{1}) all.push_back(day);
    Letters letters;
    auto places = places_json(catalogue, rows, letters);
    sheet.value("days", json_rows(all, day_json)).value("places", places);
    sheet.value(
        "rows", json_rows(rows, [&](const Row& row) {
            return JsonObject{}
                .add("url", "/uslugi/" + row.service->slug + "/")
                .add("name", row.service->name)
                .add("letters", letters_of(row.met, letters))
                .value(
                    "cells",
                    json_rows(all, [&](sys_days day) { return cell_json(day, row.met, letters); }))
                .text();
        }));
}

Sheet week(std::string_view path, sys_days monday) {
    Days span{monday, monday + days{6}};
    return {path,
            span,
            "Harmonogram tygodnia " +
                language::date_short(Date{span.first}, language::Language::Polish) + "–" +
                language::date_short(Date{span.last}, language::Language::Polish)};
}

Sheet month(std::string_view path, std::chrono::year_month month) {
    Days span{sys_days{month / 1}, sys_days{month / std::chrono::last}};
    return {path,
            span,
            "Harmonogram miesiąca: " + language::month_year(month / 1, language::Language::Polish)};
}

std::array<Sheet, 4> sheets() {
    sys_days today{kBuildDay};
    auto monday = today - (std::chrono::weekday{today} - std::chrono::Monday);
    auto this_month = kBuildDay.year() / kBuildDay.month();
    return {week("tydzien", monday),
            week("tydzien/nastepny", monday + days{7}),
            month("miesiac", this_month),
            month("miesiac/nastepny", this_month + std::chrono::months{1})};
}

}  // namespace

std::string sheets_json(const model::Catalogue& catalogue) {
    JsonObject all;
    for (const auto& each : sheets()) {
        JsonObject sheet;
        sheet.add("title", each.title);
        if (catalogue.services.size() > kMostServices) {
            sheet.value("too_long", "true");
        } else {
            add_table(sheet, catalogue, each.days);
        }
        all.value(each.path, sheet.text());
    }
    return all.text();
}

}  // namespace okienko::bench
