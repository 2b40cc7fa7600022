#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/choice.hpp"
#include "model/contact.hpp"
#include "model/date.hpp"
#include "model/matching.hpp"
#include "model/money.hpp"
#include "model/schedule.hpp"

namespace okienko::model {

enum class ServiceKind { Service, SupportingActivity };
enum class ServiceStatus { Active, TemporarilyClosed, Inactive, Defunct };  ///< As in HSDS.
enum class Task { Own, Commissioned };
enum class DeliveryMode { OnSite, AtHome, InField, Phone, Online };
enum class Applicant { InterestedPerson, StatutoryRepresentative, ActualCarer, Organisation };
enum class DecisionMode { Programme, Decision, SeparateAct };
enum class FeeMode { Free, Fixed, ByIncome };
enum class ConditionKind {
    Age,
    Residence,
    Income,
    Disability,
    Health,
    Family,
    Employment,
    Situation,
    Other
};
enum class Necessity { Always, Sometimes };
enum class DocumentForm { Application, Statement, Certificate, Referral, Decision, Other };
enum class FeePer { Hour, Visit, Day, Week, Month, Use, Course };
enum class GdprClass { Ordinary, Special, Criminal };
enum class CapacityUnit { Places, People, Hours, Groups, Items };

template <>
struct Choice<ServiceKind> {
    static constexpr std::array<std::string_view, 2> kNames{"service", "supporting_activity"};
};
template <>
struct Choice<ServiceStatus> {
    static constexpr std::array<std::string_view, 4> kNames{
        "active", "temporarily_closed", "inactive", "defunct"};
};
template <>
struct Choice<Task> {
    static constexpr std::array<std::string_view, 2> kNames{"own", "commissioned"};
};
template <>
struct Choice<DeliveryMode> {
    static constexpr std::array<std::string_view, 5> kNames{
        "on_site", "at_home", "in_field", "phone", "online"};
};
template <>
struct Choice<Applicant> {
    static constexpr std::array<std::string_view, 4> kNames{
        "interested_person", "statutory_representative", "actual_carer", "organisation"};
};
template <>
struct Choice<DecisionMode> {
    static constexpr std::array<std::string_view, 3> kNames{
        "programme", "decision", "separate_act"};
};
template <>
struct Choice<FeeMode> {
    static constexpr std::array<std::string_view, 3> kNames{"free", "fixed", "by_income"};
};
template <>
struct Choice<ConditionKind> {
    static constexpr std::array<std::string_view, 9> kNames{"age",
                                                            "residence",
                                                            "income",
                                                            "disability",
                                                            "health",
                                                            "family",
                                                            "employment",
                                                            "situation",
                                                            "other"};
};
template <>
struct Choice<Necessity> {
    static constexpr std::array<std::string_view, 2> kNames{"always", "sometimes"};
};
template <>
struct Choice<DocumentForm> {
    static constexpr std::array<std::string_view, 6> kNames{
        "application", "statement", "certificate", "referral", "decision", "other"};
};
template <>
struct Choice<FeePer> {
    static constexpr std::array<std::string_view, 7> kNames{
        "hour", "visit", "day", "week", "month", "use", "course"};
};
template <>
struct Choice<GdprClass> {
    static constexpr std::array<std::string_view, 3> kNames{"ordinary", "special", "criminal"};
};
template <>
struct Choice<CapacityUnit> {
    static constexpr std::array<std::string_view, 5> kNames{
        "places", "people", "hours", "groups", "items"};
};

/// A condition of qualification and how it is documented.
struct Condition {
    ConditionKind kind = ConditionKind::Other;
    std::string text;
    std::string proof;
    bool operator==(const Condition&) const = default;
};

struct Step {
    std::string title;
    std::string text;
    bool operator==(const Step&) const = default;
};

/// Something to bring: it proves a condition or a right to a relief.
struct RequiredDocument {
    std::string name;
    DocumentForm form = DocumentForm::Other;
    std::string proves;
    Necessity necessity = Necessity::Always;
    std::string when;      ///< In which cases; stated when the necessity is Sometimes.
    std::string document;  ///< Slug of a form in the document library; may be empty.
    bool operator==(const RequiredDocument&) const = default;
};

struct Fee {
    std::string name;
    Money amount;
    std::optional<Money> amount_max;  ///< Upper end of a range.
    FeePer per = FeePer::Use;
    std::string note;
    std::optional<Date> valid_from;
    std::optional<Date> valid_to;
    bool operator==(const Fee&) const = default;
};

/// Who pays less. Either a percentage off (100 = nothing to pay) or the amount after the relief.
struct Relief {
    std::string entitled;
    std::optional<int> percent;
    std::optional<Money> amount;
    std::string proof;
    std::string note;
    bool operator==(const Relief&) const = default;
};

/// A piece of personal data that qualification needs (art. 5 ust. 3 of the CUS act), with its
/// class: ordinary, special category (GDPR art. 9) or criminal (GDPR art. 10).
struct PersonalData {
    std::string name;
    GdprClass gdpr_class = GdprClass::Ordinary;
    std::string purpose;
    Necessity necessity = Necessity::Always;
    bool operator==(const PersonalData&) const = default;
};

/// HSDS service_capacity: how much there is and how much of it is free.
struct Capacity {
    CapacityUnit unit = CapacityUnit::Places;
    std::string description;
    std::optional<int> maximum;
    std::optional<int> available;
    Date updated_on{};
    bool operator==(const Capacity&) const = default;
};

/// The service card: everything that docs/reference/karta-uslugi.md lists, in that order.
/// References to other cards are slugs.
struct Service {
    std::string id;  ///< UUID.
    std::string slug;
    std::string name;
    std::vector<std::string> aliases;
    ServiceKind kind = ServiceKind::Service;
    ServiceStatus status = ServiceStatus::Active;
    std::string alert;
    std::string summary;
    std::string purpose;
    std::string description;  ///< Markdown.
    std::vector<std::string> scope;
    std::vector<std::string> not_included;
    std::vector<std::string> domains;  ///< The first is the main one.
    std::vector<std::string> audiences;
    std::vector<std::string> situations;
    std::string programme;
    std::string provider;
    std::vector<std::string> partners;
    Task task = Task::Own;
    bool new_service = false;
    std::vector<DeliveryMode> delivery_modes;
    std::string delivery;
    std::vector<std::string> places;
    std::vector<std::string> areas;      ///< SIMC ids of localities.
    std::vector<std::string> languages;  ///< ISO 639-1.
    std::string interpretation;
    std::string website;
    std::string term;
    std::optional<Date> valid_from;
    std::optional<Date> valid_to;
    Date verified_on{};
    std::string verified_by;
    std::string eligibility;
    std::optional<int> minimum_age;
    std::optional<int> maximum_age;
    std::vector<Applicant> applicants;
    DecisionMode decision_mode = DecisionMode::Programme;
    std::string qualification;
    std::optional<int> response_days;
    std::string response_note;
    std::string referral;
    std::string application_form;
    std::vector<std::string> legal_basis;
    std::string funding;
    FeeMode fee_mode = FeeMode::Free;
    std::string fees_note;
    std::string limits;
    std::string waiting_time;
    std::string personal_data_basis;
    std::vector<std::string> related;

    std::vector<Condition> conditions;
    std::vector<Step> steps;
    std::vector<RequiredDocument> required_documents;
    std::vector<Fee> fees;
    std::vector<Relief> reliefs;
    std::vector<PersonalData> personal_data;
    std::vector<Capacity> capacities;
    std::vector<Contact> contacts;
    std::vector<Schedule> schedules;
    std::vector<Criterion> criteria;
    bool operator==(const Service&) const = default;
};

/// Whether the service stands in the public catalogue on that day: not archived, and valid.
bool is_published(const Service& service, Date today);

/// Whether it will stand there from a later day (`valid_from`) on.
bool is_upcoming(const Service& service, Date today);

}  // namespace okienko::model
