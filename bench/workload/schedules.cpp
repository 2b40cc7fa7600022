#include "bench/workload/cards.hpp"
#include "bench/workload/polish.hpp"
#include "model/occurrences.hpp"

namespace okienko::bench {
namespace {

using model::Date;
using model::ExceptionKind;
using model::Frequency;
using model::Schedule;
using model::ScheduleDay;
using std::chrono::hours;
using namespace std::chrono_literals;

constexpr Date kFirstDay{2026y / 9 / 1};
constexpr Date kSoon{2026y / 12 / 1};
constexpr Date kNextSummer{2027y / 6 / 30};

constexpr std::array kTitles = std::to_array<std::string_view>(
    {"Dyżur", "Zajęcia w grupie", "Spotkanie", "Konsultacje", "Zapisy", "Warsztat", "Trening"});

std::chrono::weekday working_day(Random& random) {
    return std::chrono::weekday{static_cast<unsigned>(random.between(1, 5))};
}

void set_rule(Schedule& schedule, Random& random) {
    if (random.chance(80)) {
        schedule.frequency = Frequency::Weekly;
        schedule.interval = random.chance(20) ? 2 : 1;
        auto every = std::array{std::chrono::Monday,
                                std::chrono::Tuesday,
                                std::chrono::Wednesday,
                                std::chrono::Thursday,
                                std::chrono::Friday};
        for (auto day : random.some_of(every, 1, 2)) schedule.days.push_back({0, day});
    } else {
        schedule.frequency = Frequency::Monthly;
        auto ordinal = random.chance(20) ? -1 : static_cast<int>(random.between(1, 4));
        schedule.days.push_back({ordinal, working_day(random)});
    }
}

/// A day that the rule names is off or at other hours.
void add_exceptions(Schedule& schedule, Random& random) {
    auto ahead = model::occurrences(schedule, kSoon, kNextSummer);
    for (const auto& meeting : random.some_of(ahead, 1, 2)) {
        model::ScheduleException exception;
        exception.date = meeting.date;
        if (random.chance(50)) {
            exception.kind = ExceptionKind::Changed;
            exception.starts = schedule.starts + hours{1};
            exception.ends = schedule.ends + hours{1};
            exception.note = "Tego dnia godzinę później.";
        } else {
            exception.note = "Tego dnia prowadząca ma szkolenie.";
        }
        schedule.exceptions.push_back(std::move(exception));
    }
}

}  // namespace

Schedule invented_schedule(std::size_t service, std::size_t index, const std::string& place) {
    Random random{4, service * 2 + index};
    Schedule schedule;
    schedule.title = random.one_of(kTitles);
    schedule.place = place;
    set_rule(schedule, random);
    schedule.starts = hours{random.between(8, 16)};
    schedule.ends = schedule.starts + hours{random.between(1, 3)};
    schedule.valid_from = kFirstDay;
    if (random.chance(30)) schedule.valid_to = kNextSummer;
    schedule.booking = static_cast<model::Booking>(random.below(3));
    if (random.chance(40)) schedule.note = sentence(random);
    if (random.chance(30)) add_exceptions(schedule, random);
    return schedule;
}

}  // namespace okienko::bench
