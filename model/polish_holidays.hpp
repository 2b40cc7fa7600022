#pragma once

#include <vector>

#include "model/date.hpp"

namespace okienko::model {

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus 1991).
Date easter_sunday(std::chrono::year year);

/// Whether the day is free from work by law: ustawa z 18 stycznia 1951 r. o dniach wolnych od
/// pracy, art. 1 ust. 1 (with 24 December since 2025). Ordinary Sundays are not counted here.
bool is_polish_holiday(Date date);

/// All of them from one day to another, both included, in their order.
std::vector<Date> polish_holidays(Date first, Date last);

}  // namespace okienko::model
