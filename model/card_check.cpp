#include "model/card_check.hpp"

#include <algorithm>

#include "model/occurrences.hpp"

namespace okienko::model {
namespace {

using FieldProblems = std::vector<FieldProblem>;

std::string indexed(std::string_view list, std::size_t index, std::string_view field) {
    return std::string{list} + "[" + std::to_string(index) + "]." + std::string{field};
}

/// A range that ends before it begins, in days or in years of age.
template <class T>
bool ends_before_it_begins(const std::optional<T>& first, const std::optional<T>& last) {
    return first && last && *last < *first;
}

template <class T>
void check_each(const std::vector<T>& values,
                std::string_view list,
                void (*check)(const T&, const std::string& path, FieldProblems&),
                FieldProblems& problems) {
    for (std::size_t i = 0; i < values.size(); ++i)
        check(values[i], indexed(list, i, ""), problems);
}

void check_contact(const Contact& contact, const std::string& path, FieldProblems& problems) {
    if (contact.phone.empty() && contact.email.empty()) {
        problems.push_back({path + "role", CardRule::ContactUnreachable, {{"role", contact.role}}});
    }
    bool digits = std::all_of(contact.extension.begin(), contact.extension.end(), [](char c) {
        return c >= '0' && c <= '9';
    });
    if (!digits) {
        problems.push_back({path + "extension", CardRule::ExtensionDigits});
    }
    if (!contact.extension.empty() && contact.phone.empty()) {
        problems.push_back({path + "extension", CardRule::ExtensionWithoutPhone});
    }
}

void check_required_document(const RequiredDocument& document,
                             const std::string& path,
                             FieldProblems& problems) {
    if (document.necessity == Necessity::Sometimes && document.when.empty()) {
        problems.push_back(
            {path + "necessity", CardRule::DocumentSometimes, {{"name", document.name}}});
    }
}

void check_fee(const Fee& fee, const std::string& path, FieldProblems& problems) {
    if (fee.amount_max && *fee.amount_max < fee.amount) {
        problems.push_back({path + "amount_max", CardRule::FeeRange});
    }
    if (ends_before_it_begins(fee.valid_from, fee.valid_to)) {
        problems.push_back({path + "valid_to", CardRule::FeeValidity});
    }
}

void check_relief(const Relief& relief, const std::string& path, FieldProblems& problems) {
    if (relief.percent.has_value() == relief.amount.has_value()) {
        problems.push_back(
            {path + "entitled", CardRule::ReliefAmount, {{"entitled", relief.entitled}}});
    }
    if (relief.percent == 0) {
        problems.push_back({path + "percent", CardRule::ReliefOfNothing});
    }
}

void check_capacity(const Capacity& capacity, const std::string& path, FieldProblems& problems) {
    if (ends_before_it_begins(capacity.available, capacity.maximum)) {
        problems.push_back({path + "available", CardRule::CapacityAvailable});
    }
}

void check_criterion(const Criterion& criterion, const std::string& path, FieldProblems& problems) {
    if (ends_before_it_begins(criterion.minimum_age, criterion.maximum_age)) {
        problems.push_back({path + "maximum_age", CardRule::Age});
    }
    if (ends_before_it_begins(criterion.child_minimum_age, criterion.child_maximum_age)) {
        problems.push_back({path + "child_maximum_age", CardRule::ChildAge});
    }
}

void check_exception(const Schedule& schedule,
                     const ScheduleException& exception,
                     const std::string& path,
                     FieldProblems& problems) {
    bool named = rule_names(schedule, exception.date);
    bool extra = exception.kind == ExceptionKind::Extra;
    if (!extra && !named) {
        problems.push_back({path + "date",
                            CardRule::ExceptionNeedless,
                            {{"date", to_iso(exception.date)}, {"title", schedule.title}}});
    }
    if (exception.kind == ExceptionKind::Closed) return;
    if (!exception.starts || !exception.ends) {
        problems.push_back({path + "kind", CardRule::ExceptionHours});
    } else if (*exception.ends <= *exception.starts) {
        problems.push_back({path + "ends", CardRule::ExceptionEnds});
    }
}

void check_rule(const Schedule& schedule, const std::string& path, FieldProblems& problems) {
    bool has_ordinal = std::any_of(schedule.days.begin(), schedule.days.end(), [](ScheduleDay day) {
        return day.ordinal != 0;
    });
    if (schedule.frequency != Frequency::Monthly && (has_ordinal || !schedule.month_days.empty())) {
        problems.push_back({path + "days", CardRule::OrdinalDays});
    }
    if (schedule.frequency == Frequency::Weekly && schedule.days.empty()) {
        problems.push_back({path + "frequency", CardRule::WeeklyDays});
    }
    if (schedule.frequency == Frequency::Monthly && schedule.days.empty() &&
        schedule.month_days.empty()) {
        problems.push_back({path + "frequency", CardRule::MonthlyDays});
    }
    if (!schedule.days.empty() && !schedule.month_days.empty()) {
        problems.push_back({path + "month_days", CardRule::DaysTwice});
    }
    if (std::find(schedule.month_days.begin(), schedule.month_days.end(), 0) !=
        schedule.month_days.end()) {
        problems.push_back({path + "month_days", CardRule::MonthDayZero});
    }
    if (schedule.interval < 1) {
        problems.push_back({path + "interval", CardRule::IntervalZero});
    }
}

void check_schedule(const Schedule& schedule, const std::string& path, FieldProblems& problems) {
    if (schedule.ends <= schedule.starts) {
        problems.push_back({path + "ends",
                            CardRule::ScheduleEnds,
                            {{"title", schedule.title},
                             {"ends", to_iso(schedule.ends)},
                             {"starts", to_iso(schedule.starts)}}});
    }
    if (schedule.valid_to && *schedule.valid_to < schedule.valid_from) {
        problems.push_back(
            {path + "valid_to", CardRule::ScheduleValidity, {{"title", schedule.title}}});
    }
    auto before = problems.size();
    check_rule(schedule, path, problems);
    if (problems.size() > before) return;  // An exception to a broken rule says nothing.
    for (std::size_t i = 0; i < schedule.exceptions.size(); ++i) {
        check_exception(
            schedule, schedule.exceptions[i], path + indexed("exceptions", i, ""), problems);
    }
}

void check_fee_mode(const Service& service, FieldProblems& problems) {
    bool paid = std::any_of(service.fees.begin(), service.fees.end(), [](const Fee& fee) {
        return fee.amount > Money{0} || fee.amount_max > Money{0};
    });
    if (service.fee_mode == FeeMode::Free && paid) {
        problems.push_back({"fee_mode", CardRule::FreeWithFee});
    }
    if (service.fee_mode != FeeMode::Free && service.fees.empty()) {
        problems.push_back({"fee_mode", CardRule::PaidWithoutFee});
    }
}

void check_schedule_places(const Service& service, FieldProblems& problems) {
    for (std::size_t i = 0; i < service.schedules.size(); ++i) {
        const auto& place = service.schedules[i].place;
        const auto& places = service.places;
        if (place.empty() || std::find(places.begin(), places.end(), place) != places.end())
            continue;
        problems.push_back(
            {indexed("schedules", i, "place"), CardRule::SchedulePlace, {{"place", place}}});
    }
}

}  // namespace

std::vector<FieldProblem> check_service(const Service& service) {
    FieldProblems problems;
    if (ends_before_it_begins(service.valid_from, service.valid_to)) {
        problems.push_back({"valid_to", CardRule::ServiceValidity});
    }
    if (ends_before_it_begins(service.minimum_age, service.maximum_age)) {
        problems.push_back({"maximum_age", CardRule::Age});
    }
    const auto& related = service.related;
    if (std::find(related.begin(), related.end(), service.slug) != related.end()) {
        problems.push_back({"related", CardRule::RelatedToItself});
    }
    check_fee_mode(service, problems);
    check_each(service.required_documents, "required_documents", check_required_document, problems);
    check_each(service.fees, "fees", check_fee, problems);
    check_each(service.reliefs, "reliefs", check_relief, problems);
    check_each(service.capacities, "capacities", check_capacity, problems);
    check_each(service.contacts, "contacts", check_contact, problems);
    check_each(service.schedules, "schedules", check_schedule, problems);
    check_each(service.criteria, "criteria", check_criterion, problems);
    check_schedule_places(service, problems);
    return problems;
}

std::vector<FieldProblem> check_provider(const Provider& provider) {
    FieldProblems problems;
    check_each(provider.contacts, "contacts", check_contact, problems);
    return problems;
}

std::vector<FieldProblem> check_place(const Place& place) {
    FieldProblems problems;
    bool latitude_holds = !place.latitude || (*place.latitude >= -90 && *place.latitude <= 90);
    bool longitude_holds =
        !place.longitude || (*place.longitude >= -180 && *place.longitude <= 180);
    if (!latitude_holds || !longitude_holds) {
        problems.push_back({latitude_holds ? "longitude" : "latitude", CardRule::CoordinatesRange});
    }
    if (place.latitude.has_value() != place.longitude.has_value()) {
        problems.push_back({place.latitude ? "latitude" : "longitude", CardRule::CoordinatesPair});
    }
    return problems;
}

std::vector<FieldProblem> check_programme(const Programme& programme) {
    FieldProblems problems;
    if (programme.valid_to < programme.valid_from) {
        problems.push_back({"valid_to", CardRule::ProgrammeValidity});
    }
    return problems;
}

}  // namespace okienko::model
