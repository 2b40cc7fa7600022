#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/choice.hpp"

/// The rules within one card, by name; model/card_check.hpp says when each is broken.
namespace okienko::model {

/// An institution reads the theme's words for it, "card_rule.<name>"; an editor of files reads
/// what is said here.
enum class CardRule {
    ContactUnreachable,
    ExtensionDigits,
    ExtensionWithoutPhone,
    DocumentSometimes,
    FeeRange,
    FeeValidity,
    ReliefAmount,
    ReliefOfNothing,
    CapacityAvailable,
    ChildAge,
    ExceptionNeedless,
    ExceptionHours,
    ExceptionEnds,
    OrdinalDays,
    WeeklyDays,
    MonthlyDays,
    DaysTwice,
    MonthDayZero,
    IntervalZero,
    ScheduleEnds,
    ScheduleValidity,
    FreeWithFee,
    PaidWithoutFee,
    SchedulePlace,
    ServiceValidity,
    Age,
    RelatedToItself,
    CoordinatesRange,
    CoordinatesPair,
    ProgrammeValidity,
};
template <>
struct Choice<CardRule> {
    static constexpr std::array<std::string_view, 30> kNames{
        "contact_unreachable",
        "extension_digits",
        "extension_without_phone",
        "document_sometimes",
        "fee_range",
        "fee_validity",
        "relief_amount",
        "relief_of_nothing",
        "capacity_available",
        "child_age",
        "exception_needless",
        "exception_hours",
        "exception_ends",
        "ordinal_days",
        "weekly_days",
        "monthly_days",
        "days_twice",
        "month_day_zero",
        "interval_zero",
        "schedule_ends",
        "schedule_validity",
        "free_with_fee",
        "paid_without_fee",
        "schedule_place",
        "service_validity",
        "age",
        "related_to_itself",
        "coordinates_range",
        "coordinates_pair",
        "programme_validity",
    };
};

/// What a rule is broken by: {"role", "Koordynatorka"} for "{role}" in the words.
using RuleDetails = std::vector<std::pair<std::string_view, std::string>>;

/// `field` is a path such as "schedules[2].ends".
struct FieldProblem {
    std::string field;
    CardRule rule;
    RuleDetails details = {};
};

/// What is wrong, and what would mend it, in Polish for whoever edits files.
std::string message_of(const FieldProblem& problem);
std::string remedy_of(const FieldProblem& problem);

}  // namespace okienko::model
