#include "db/schedule_rows.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace okienko::db {
namespace {

using model::Schedule;
using model::Service;

/// Days are short and always wanted whole, so they are one text: "mo we", "1 15".
template <class Day, class Text>
std::string join(const std::vector<Day>& days, Text text) {
    std::string joined;
    for (const auto& day : days) {
        if (!joined.empty()) joined += ' ';
        joined += text(day);
    }
    return joined;
}

std::string join(const std::vector<model::ScheduleDay>& days) {
    return join(days, [](model::ScheduleDay day) { return model::to_string(day); });
}

std::string join(const std::vector<int>& days) {
    return join(days, [](int day) { return std::to_string(day); });
}

/// Calls `take` with each of the words that single spaces part.
template <class Take>
void each_word(std::string_view text, Take take) {
    while (!text.empty()) {
        auto end = std::min(text.find(' '), text.size());
        take(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::vector<model::ScheduleDay> read_days(RowCursor& row) {
    std::vector<model::ScheduleDay> days;
    each_word(row.view(), [&days](std::string_view word) {
        if (auto day = model::parse_schedule_day(word)) days.push_back(*day);
    });
    return days;
}

std::vector<int> read_month_days(RowCursor& row) {
    std::vector<int> days;
    each_word(row.view(), [&days](std::string_view word) {
        int day = 0;
        auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), day);
        if (error == std::errc{} && end == word.data() + word.size()) days.push_back(day);
    });
    return days;
}

constexpr const char* kInsertSchedule =
    "INSERT INTO service_schedule (id, service_id, position, title, place_id, frequency, interval, "
    "days, month_days, starts, ends, valid_from, valid_to, holidays, booking, note) "
    "VALUES (:id, :service_id, :position, :title, :place_id, :frequency, :interval, "
    ":days, :month_days, :starts, :ends, :valid_from, :valid_to, :holidays, :booking, :note)";

constexpr const char* kSelectSchedules =
    "SELECT service_id, service_schedule.id, title, place.slug, frequency, interval, days, "
    "month_days, starts, ends, valid_from, valid_to, holidays, booking, note "
    "FROM service_schedule LEFT JOIN place ON place.id = place_id ORDER BY service_id, position";

void bind_schedule(RowInsert& row, const Schedule& schedule, const CatalogueIds& ids) {
    row.bind(":title", schedule.title)
        .bind(":place_id", ids.places.at_optional(schedule.place))
        .bind(":frequency", schedule.frequency)
        .bind(":interval", schedule.interval)
        .bind_optional(":days", join(schedule.days))
        .bind_optional(":month_days", join(schedule.month_days))
        .bind(":starts", schedule.starts)
        .bind(":ends", schedule.ends)
        .bind(":valid_from", schedule.valid_from)
        .bind(":valid_to", schedule.valid_to)
        .bind(":holidays", schedule.holidays)
        .bind(":booking", schedule.booking)
        .bind_optional(":note", schedule.note);
}

Schedule read_schedule(RowCursor& row) {
    return {row.text(),
            row.text(),
            row.choice<model::Frequency>(),
            row.number(),
            read_days(row),
            read_month_days(row),
            row.time(),
            row.time(),
            row.date(),
            row.optional_date(),
            row.choice<model::Holidays>(),
            row.choice<model::Booking>(),
            row.text(),
            {}};
}

void write_exceptions(RowInsert& row, RowId schedule, const Schedule& of) {
    int position = 0;
    for (const auto& exception : of.exceptions) {
        row.bind(":schedule_id", schedule)
            .bind(":position", position++)
            .bind(":date", exception.date)
            .bind(":kind", exception.kind)
            .bind(":starts", exception.starts)
            .bind(":ends", exception.ends)
            .bind(":note", exception.note)
            .insert();
    }
}

void read_exceptions(const SQLite::Database& database, OwnersById<Schedule>& owners) {
    read_children(database,
                  "SELECT schedule_id, date, kind, starts, ends, note FROM schedule_exception "
                  "ORDER BY schedule_id, position",
                  owners,
                  &Schedule::exceptions,
                  [](RowCursor& row) {
                      return model::ScheduleException{row.date(),
                                                      row.choice<model::ExceptionKind>(),
                                                      row.optional_time(),
                                                      row.optional_time(),
                                                      row.text()};
                  });
}

}  // namespace

void write_schedules(const Inserts& inserts,
                     NumberedCards<Service> services,
                     const CatalogueIds& ids) {
    RowInsert row(inserts, kInsertSchedule, Pace::Gathered);
    RowInsert exception_row(inserts,
                            "INSERT INTO schedule_exception "
                            "(schedule_id, position, date, kind, starts, ends, note) "
                            "VALUES (:schedule_id, :position, :date, :kind, :starts, :ends, :note)",
                            Pace::Gathered);
    RowId id = last_row_id(inserts.database(), "service_schedule");
    for (const auto& [service_id, service] : services) {
        int position = 0;
        for (const auto& schedule : service->schedules) {
            row.bind(":id", ++id).bind(":service_id", service_id).bind(":position", position++);
            bind_schedule(row, schedule, ids);
            row.insert();
            write_exceptions(exception_row, id, schedule);
        }
    }
    row.finish();
    exception_row.finish();
}

void read_schedules(const SQLite::Database& database,
                    OwnersById<Service>& owners,
                    std::vector<Service>& services) {
    std::vector<RowId> ids;
    read_children(database, kSelectSchedules, owners, &Service::schedules, [&ids](RowCursor& row) {
        ids.push_back(row.id());
        return read_schedule(row);
    });
    OwnersById schedules(ids, services, &Service::schedules);
    read_exceptions(database, schedules);
}

}  // namespace okienko::db
