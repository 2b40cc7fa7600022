#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "generator/words.hpp"
#include "model/schedule.hpp"

/// Days of the week as people say them. Languages need different forms of a weekday's name
/// ("w każdą środę", "od środy"), so whole phrases come from the interface's words.
namespace okienko::generator {

/// "w każdy poniedziałek i środę"; three or more days in a row become "od poniedziałku do piątku",
/// all seven "codziennie". The days are in order, Monday first.
std::string every_week_on(const std::vector<std::chrono::weekday>& days, const Words& words);

/// "co drugi czwartek" for one day and an interval of two, otherwise "co 3 tygodnie w czwartek".
std::string every_few_weeks_on(const std::vector<std::chrono::weekday>& days,
                               int interval,
                               const Words& words);

/// "w pierwszą i trzecią sobotę miesiąca", "w ostatni piątek miesiąca", "w każdy wtorek".
std::string every_month_on(const std::vector<model::ScheduleDay>& days, const Words& words);

/// "w sobotę".
const std::string& on_weekday(std::chrono::weekday day, const Words& words);

/// "poniedziałek–środa, piątek": days without a preposition, runs of three and more shortened.
std::string weekday_list(std::vector<std::chrono::weekday> days, const Words& words);

}  // namespace okienko::generator
