#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/card_texts.hpp"
#include "generator/site.hpp"
#include "generator/view.hpp"
#include "generator/words.hpp"
#include "language/language.hpp"
#include "model/occurrences.hpp"
#include "model/schedule.hpp"
#include "model/service.hpp"

/// When something happens, in sentences.
namespace okienko::generator {

/// "w każdy poniedziałek i środę", "w pierwszą sobotę miesiąca", "co drugi czwartek",
/// "od poniedziałku do piątku", "w sobotę 5 grudnia 2026 r."
std::string schedule_days(const model::Schedule& schedule, const Words& words);

/// The same with the hours: "w każdy poniedziałek i środę, 9:00–15:00".
std::string schedule_sentence(const model::Schedule& schedule, const Words& words);

/// A meeting of one of a service's schedules.
struct Meeting {
    const model::Schedule* schedule = nullptr;
    model::Occurrence occurrence;
};

/// The next meetings of a service to which one can come, in order of time, at most `most`.
/// Schedules without a place (visits at home) count only when no schedule has one.
std::vector<Meeting> next_meetings(const Site& site,
                                   const std::vector<model::Schedule>& schedules,
                                   std::size_t most);

/// "środa, 25 listopada 2026 r., 9:00–15:00".
std::string meeting_words(const Meeting& meeting, const Words& words);

/// A row of the component schedule_row, which lists its keys.
View schedule_row(const Site& site, const model::Schedule& schedule, const CardTexts& texts);

/// Rows hours_days and hours_time: when somebody answers at the centre.
std::vector<View> office_hours_rows(const Site& site, language::Language language);

}  // namespace okienko::generator
