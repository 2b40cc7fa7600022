#include "generator/pages/timetable_sheet.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "generator/pages/phrases.hpp"
#include "generator/pages/place_view.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/collation.hpp"
#include "language/dates.hpp"
#include "model/occurrences.hpp"
#include "model/polish_holidays.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::Date;
using model::ExceptionKind;
using model::Schedule;
using std::chrono::sys_days;

/// What happens to one schedule on one day.
struct SheetMeeting {
    const Schedule* schedule = nullptr;
    model::TimeOfDay starts{};
    model::TimeOfDay ends{};
    std::optional<ExceptionKind> exception;
};
using MeetingsByDay = std::map<sys_days, std::vector<SheetMeeting>>;

struct SheetRow {
    ServiceTerms service;
    MeetingsByDay days;
};

std::vector<Date> all_of(const SheetDays& days) {
    std::vector<Date> all;
    for (auto day = sys_days{days.first}; day <= sys_days{days.last}; day += std::chrono::days{1}) {
        all.emplace_back(day);
    }
    return all;
}

/// The exceptions of those days: cancelled meetings, and the kind of the others.
void mark_exceptions(const Schedule& schedule, const SheetDays& days, MeetingsByDay& met) {
    for (const auto& exception : schedule.exceptions) {
        if (exception.date < days.first || exception.date > days.last) continue;
        auto& meetings = met[sys_days{exception.date}];
        if (exception.kind == ExceptionKind::Closed) {
            meetings.push_back({&schedule, schedule.starts, schedule.ends, exception.kind});
        }
        for (auto& each : meetings) {
            if (each.schedule == &schedule) each.exception = exception.kind;
        }
    }
}

MeetingsByDay meetings_of(const std::vector<Schedule>& schedules, const SheetDays& days) {
    MeetingsByDay met;
    for (const auto& schedule : schedules) {
        for (const auto& each : model::occurrences(schedule, days.first, days.last)) {
            met[sys_days{each.date}].push_back({&schedule, each.starts, each.ends, std::nullopt});
        }
        mark_exceptions(schedule, days, met);
    }
    for (auto& [day, meetings] : met) {
        std::stable_sort(meetings.begin(), meetings.end(), [](const auto& a, const auto& b) {
            return std::tie(a.starts, a.ends) < std::tie(b.starts, b.ends);
        });
    }
    return met;
}

std::vector<SheetRow> rows_of(const Site& site, const SheetDays& days) {
    std::vector<SheetRow> rows;
    for (const auto& service : site.services()) {
        auto terms = service.terms();
        auto met = meetings_of(terms.schedules, days);
        if (!met.empty()) rows.push_back({terms, std::move(met)});
    }
    return rows;
}

/// A, B … Z, A2, B2 …
std::string letter(std::size_t number) {
    constexpr std::size_t kLetters = 26;
    std::string text{static_cast<char>('A' + number % kLetters)};
    if (number >= kLetters) text += std::to_string(number / kLetters + 1);
    return text;
}

/// The places of a sheet in the order of their names, and how each is called in its cells.
class SheetPlaces {
  public:
    SheetPlaces(const Site& site, const std::vector<SheetRow>& rows) {
        for (const auto& row : rows) {
            for (const auto& [day, meetings] : row.days) {
                for (const auto& each : meetings) letters_[each.schedule->place] = {};
            }
        }
        for (const auto& [slug, unset] : letters_) {
            if (const auto* place = site.place(slug)) places_.push_back(place);
        }
        language::Collator collator{Language::Polish};
        std::stable_sort(places_.begin(), places_.end(), [&](const auto* a, const auto* b) {
            return collator.compare(a->name, b->name) < 0;
        });
        for (std::size_t i = 0; i < places_.size(); ++i) letters_[places_[i]->slug] = letter(i);
    }

    /// Empty where the place is agreed each time.
    [[nodiscard]] const std::string& letter_of(const std::string& slug) const {
        return letters_.at(slug);
    }
    [[nodiscard]] const std::vector<const model::Place*>& all() const { return places_; }

  private:
    std::map<std::string, std::string> letters_;
    std::vector<const model::Place*> places_;
};

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

View meeting_view(const Site& site, const SheetMeeting& meeting, const SheetPlaces& places) {
    const auto& words = site.words_in(Language::Polish);
    const auto& place = places.letter_of(meeting.schedule->place);
    View row{Language::Polish};
    row.value("meeting_time", language::time_range(meeting.starts, meeting.ends));
    auto minutes = meeting.starts.count();
    row.value("meeting_hour", std::to_string(minutes / 60));
    row.value("meeting_minutes", two_digits(minutes % 60));
    row.value("meeting_letter", place);
    row.words("meeting_place", place.empty() ? "" : site.place(meeting.schedule->place)->name);
    row.flag("meeting_cancelled", meeting.exception == ExceptionKind::Closed);
    row.words("meeting_change",
              meeting.exception && meeting.exception != ExceptionKind::Closed
                  ? words.label("sheet_change", *meeting.exception)
                  : std::string{});
    row.flag("meeting_booked", meeting.schedule->booking == model::Booking::Required);
    return row;
}

bool is_free(Date date) {
    std::chrono::weekday weekday{sys_days{date}};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday ||
           model::is_polish_holiday(date);
}

View day_view(const Site& site, Date date) {
    View view{Language::Polish};
    view.value("day_iso", language::date_iso(date));
    view.words("day_weekday", language::weekday_name(date, Language::Polish));
    view.words("day_weekday_short", language::weekday_short(date, Language::Polish));
    view.value("day_number", std::to_string(unsigned{date.day()}));
    view.value("day_month", two_digits(unsigned{date.month()}));
    view.flag("day_free", is_free(date));
    view.words(
        "day_holiday",
        model::is_polish_holiday(date) ? site.words_in(Language::Polish)["sheet.holiday"] : "");
    return view;
}

View row_view(const Site& site,
              const SheetRow& row,
              const std::vector<Date>& days,
              const SheetPlaces& places) {
    View view{Language::Polish};
    view.value("row_url", service_address(row.service.slug));
    view.words("row_name", row.service.name);
    std::vector<View> cells;
    std::map<std::string, bool> used;
    for (const auto& date : days) {
        std::vector<View> meetings;
        auto found = row.days.find(sys_days{date});
        if (found != row.days.end()) {
            for (const auto& each : found->second) {
                meetings.push_back(meeting_view(site, each, places));
                used[places.letter_of(each.schedule->place)] = true;
            }
        }
        View cell{Language::Polish};
        cell.flag("cell_free", is_free(date));
        cell.list("meetings", std::move(meetings));
        cells.push_back(std::move(cell));
    }
    view.list("row_cells", std::move(cells));
    std::string letters;
    for (const auto& [each, unused] : used) {
        if (!each.empty()) letters += (letters.empty() ? "" : " ") + each;
    }
    view.value("row_letters", letters);
    return view;
}

std::vector<View> place_views(const Site& site, const SheetPlaces& places) {
    std::vector<View> rows;
    for (const auto* place : places.all()) {
        View row{Language::Polish};
        row.value("place_letter", places.letter_of(place->slug));
        row.words("place_line", place_line(*place, site.words_in(Language::Polish)));
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

void set_sheet(View& view, const Site& site, const SheetDays& days) {
    auto rows = rows_of(site, days);
    SheetPlaces places{site, rows};
    auto dates = all_of(days);
    std::vector<View> columns;
    columns.reserve(dates.size());
    for (const auto& date : dates) columns.push_back(day_view(site, date));
    std::vector<View> services;
    services.reserve(rows.size());
    for (const auto& row : rows) services.push_back(row_view(site, row, dates, places));
    view.list("sheet_days", std::move(columns));
    set_rows(view, "sheet_rows", std::move(services));
    set_rows(view, "sheet_places", place_views(site, places));
}

void set_no_sheet(View& view) {
    view.list("sheet_days", std::vector<View>{});
    set_rows(view, "sheet_rows", std::vector<View>{});
    set_rows(view, "sheet_places", std::vector<View>{});
}

}  // namespace okienko::generator
