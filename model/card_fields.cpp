#include "model/card_fields.hpp"

#include "model/catalogue.hpp"

namespace okienko::model {
namespace {

constexpr auto kRequired = Presence::Required;
constexpr auto kOptional = Presence::Optional;

constexpr Field text(std::string_view key, int limit, Presence presence = kOptional) {
    return {key, Kind::Text, presence, Count::One, limit};
}
constexpr Field paragraphs(std::string_view key, int limit, Presence presence = kOptional) {
    return {key, Kind::Paragraphs, presence, Count::One, limit};
}
constexpr Field markdown(std::string_view key, int limit, Presence presence = kOptional) {
    return {key, Kind::Markdown, presence, Count::One, limit};
}
constexpr Field one(std::string_view key, Kind kind, Presence presence = kOptional) {
    return {key, kind, presence};
}
constexpr Field number(std::string_view key, int most, Presence presence = kOptional) {
    return {key, Kind::Integer, presence, Count::One, most};
}
constexpr Field texts(std::string_view key, int limit, Presence presence = kOptional) {
    return {key, Kind::Text, presence, Count::List, limit};
}
constexpr Field list(std::string_view key, Kind kind, Presence presence = kOptional) {
    return {key, kind, presence, Count::List};
}
template <class E>
constexpr Field choice(std::string_view key, Presence presence = kOptional) {
    return {key, Kind::Choice, presence, Count::One, 0, Choice<E>::kNames};
}
template <class E>
constexpr Field choices(std::string_view key, Presence presence = kOptional) {
    return {key, Kind::Choice, presence, Count::List, 0, Choice<E>::kNames};
}
constexpr Field groups(std::string_view key,
                       std::span<const Field> fields,
                       Presence presence = kOptional) {
    return {key, Kind::Group, presence, Count::List, 0, {}, fields};
}

constexpr int kOldest = 120;

constexpr Field kContact[] = {
    text("role", 120, kRequired),
    one("phone", Kind::Phone),
    {"extension", Kind::Extension, kOptional, Count::One, 6},
    one("email", Kind::Email),
    text("room", 60),
    text("hours", 160),
};

constexpr Field kCondition[] = {
    choice<ConditionKind>("kind", kRequired),
    text("text", 300, kRequired),
    text("proof", 300, kRequired),
};

constexpr Field kStep[] = {
    text("title", 100, kRequired),
    text("text", 500, kRequired),
};

constexpr Field kRequiredDocument[] = {
    text("name", 160, kRequired),
    choice<DocumentForm>("form", kRequired),
    text("proves", 300, kRequired),
    choice<Necessity>("necessity", kRequired),
    text("when", 300),
    one("document", Kind::Slug),
};

constexpr Field kFee[] = {
    text("name", 160, kRequired),
    one("amount", Kind::Money, kRequired),
    one("amount_max", Kind::Money),
    choice<FeePer>("per", kRequired),
    text("note", 300),
    one("valid_from", Kind::Date),
    one("valid_to", Kind::Date),
};

constexpr Field kRelief[] = {
    text("entitled", 240, kRequired),
    number("percent", 100),
    one("amount", Kind::Money),
    text("proof", 300, kRequired),
    text("note", 300),
};

constexpr Field kPersonalData[] = {
    text("name", 160, kRequired),
    choice<GdprClass>("gdpr_class", kRequired),
    text("purpose", 300, kRequired),
    choice<Necessity>("necessity", kRequired),
};

constexpr Field kCapacity[] = {
    choice<CapacityUnit>("unit", kRequired),
    text("description", 160, kRequired),
    number("maximum", 1'000'000),
    number("available", 1'000'000),
    one("updated_on", Kind::Date, kRequired),
};

constexpr Field kScheduleException[] = {
    one("date", Kind::Date, kRequired),
    choice<ExceptionKind>("kind", kRequired),
    one("starts", Kind::TimeOfDay),
    one("ends", Kind::TimeOfDay),
    text("note", 200, kRequired),
};

constexpr Field kSchedule[] = {
    text("title", 120, kRequired),
    one("place", Kind::Slug),
    choice<Frequency>("frequency", kRequired),
    number("interval", 52),
    {"days", Kind::ScheduleDay, kOptional, Count::List, 4},
    {"month_days", Kind::Integer, kOptional, Count::List, 31},
    one("starts", Kind::TimeOfDay, kRequired),
    one("ends", Kind::TimeOfDay, kRequired),
    one("valid_from", Kind::Date, kRequired),
    one("valid_to", Kind::Date),
    choice<Holidays>("holidays", kRequired),
    choice<Booking>("booking", kRequired),
    text("note", 300),
    groups("exceptions", kScheduleException),
};

constexpr Field kCriterion[] = {
    text("reason", 240, kRequired),
    number("minimum_age", kOldest),
    number("maximum_age", kOldest),
    choice<Residence>("residence", kRequired),
    choices<Household>("households"),
    number("child_minimum_age", kOldest),
    number("child_maximum_age", kOldest),
    choices<Certificate>("certificates"),
    choices<Employment>("employment"),
    choices<Role>("roles"),
    choices<Need>("needs"),
    choices<Need>("excluded_needs"),
    text("ask", 240),
};

constexpr Field kService[] = {
    one("id", Kind::Uuid, kRequired),
    one("slug", Kind::Slug, kRequired),
    text("name", 120, kRequired),
    texts("aliases", 120),
    choice<ServiceKind>("kind", kRequired),
    choice<ServiceStatus>("status", kRequired),
    text("alert", 300),
    text("summary", 220, kRequired),
    paragraphs("purpose", 1000, kRequired),
    markdown("description", 6000, kRequired),
    texts("scope", 240, kRequired),
    texts("not_included", 240),
    list("domains", Kind::Slug, kRequired),
    list("audiences", Kind::Slug, kRequired),
    list("situations", Kind::Slug, kRequired),
    one("programme", Kind::Slug),
    one("provider", Kind::Slug, kRequired),
    list("partners", Kind::Slug),
    choice<Task>("task", kRequired),
    one("new_service", Kind::Boolean),
    choices<DeliveryMode>("delivery_modes", kRequired),
    paragraphs("delivery", 1500, kRequired),
    list("places", Kind::Slug),
    list("areas", Kind::Simc, kRequired),
    list("languages", Kind::LanguageCode, kRequired),
    text("interpretation", 300),
    one("website", Kind::WebAddress),
    text("term", 300, kRequired),
    one("valid_from", Kind::Date),
    one("valid_to", Kind::Date),
    one("verified_on", Kind::Date, kRequired),
    text("verified_by", 120, kRequired),
    paragraphs("eligibility", 1500, kRequired),
    number("minimum_age", kOldest),
    number("maximum_age", kOldest),
    choices<Applicant>("applicants", kRequired),
    choice<DecisionMode>("decision_mode", kRequired),
    paragraphs("qualification", 1500, kRequired),
    number("response_days", 366),
    text("response_note", 300),
    text("referral", 300),
    one("application_form", Kind::Slug),
    texts("legal_basis", 300, kRequired),
    text("funding", 400),
    choice<FeeMode>("fee_mode", kRequired),
    paragraphs("fees_note", 1000, kRequired),
    text("limits", 400, kRequired),
    text("waiting_time", 200),
    text("personal_data_basis", 400, kRequired),
    list("related", Kind::Slug),
    groups("conditions", kCondition, kRequired),
    groups("steps", kStep, kRequired),
    groups("required_documents", kRequiredDocument, kRequired),
    groups("fees", kFee),
    groups("reliefs", kRelief),
    groups("personal_data", kPersonalData, kRequired),
    groups("capacities", kCapacity),
    groups("contacts", kContact, kRequired),
    groups("schedules", kSchedule),
    groups("criteria", kCriterion, kRequired),
};

constexpr Field kProvider[] = {
    one("id", Kind::Uuid, kRequired),
    one("slug", Kind::Slug, kRequired),
    text("name", 160, kRequired),
    choice<ProviderKind>("kind", kRequired),
    text("legal_form", 120, kRequired),
    text("summary", 220, kRequired),
    markdown("profile", 4000, kRequired),
    list("activity_domains", Kind::Slug, kRequired),
    one("nip", Kind::Nip),
    one("regon", Kind::Regon),
    one("krs", Kind::Krs),
    one("place", Kind::Slug),
    one("website", Kind::WebAddress),
    one("email", Kind::Email),
    one("verified_on", Kind::Date, kRequired),
    groups("contacts", kContact, kRequired),
};

constexpr Field kPlaceAccessibility[] = {
    choice<AccessibilityFeature>("feature", kRequired),
    choice<FeatureState>("state", kRequired),
    text("description", 240, kRequired),
};

constexpr Field kPlace[] = {
    one("id", Kind::Uuid, kRequired),
    one("slug", Kind::Slug, kRequired),
    text("name", 160, kRequired),
    text("street", 120),
    text("building", 20, kRequired),
    text("unit", 20),
    one("postal_code", Kind::PostalCode, kRequired),
    text("city", 80, kRequired),
    one("terc", Kind::Terc, kRequired),
    one("simc", Kind::Simc, kRequired),
    one("ulic", Kind::Ulic),
    one("latitude", Kind::Decimal),
    one("longitude", Kind::Decimal),
    text("directions", 500, kRequired),
    groups("accessibility", kPlaceAccessibility, kRequired),
};

constexpr Field kDomain[] = {
    number("number", 14, kRequired),
    one("slug", Kind::Slug, kRequired),
    text("name", 80, kRequired),
    text("description", 300, kRequired),
};

constexpr Field kAudience[] = {
    one("slug", Kind::Slug, kRequired),
    text("name", 80, kRequired),
    text("description", 300, kRequired),
    number("order", 1000, kRequired),
    one("icon", Kind::Slug),
};

constexpr Field kSituation[] = {
    one("slug", Kind::Slug, kRequired),
    text("name", 80, kRequired),
    text("description", 300, kRequired),
    markdown("advice", 2000, kRequired),
    texts("phrases", 160, kRequired),
    number("order", 1000, kRequired),
    one("icon", Kind::Slug),
};

constexpr Field kLocality[] = {
    one("simc", Kind::Simc, kRequired),
    text("name", 80, kRequired),
    one("terc", Kind::Terc, kRequired),
    choice<LocalityKind>("kind", kRequired),
};

constexpr Field kProgramme[] = {
    one("id", Kind::Uuid, kRequired),
    one("slug", Kind::Slug, kRequired),
    text("name", 160, kRequired),
    text("resolution", 200, kRequired),
    one("adopted_on", Kind::Date, kRequired),
    one("valid_from", Kind::Date, kRequired),
    one("valid_to", Kind::Date, kRequired),
    text("goal", 600, kRequired),
    number("expected_people", 10'000'000, kRequired),
    one("document", Kind::Slug),
};

constexpr Field kIndicator[] = {
    one("service", Kind::Slug, kRequired),
    number("year", 2200, kRequired),
    text("name", 160, kRequired),
    choice<IndicatorUnit>("unit", kRequired),
    number("plan", 10'000'000, kRequired),
    number("done", 10'000'000),
    text("evidence", 240, kRequired),
};

constexpr Field kBudgetLine[] = {
    number("year", 2200, kRequired),
    text("name", 200, kRequired),
    one("service", Kind::Slug),
    choice<Task>("task", kRequired),
    one("plan", Kind::Money, kRequired),
    one("done", Kind::Money),
    text("source", 200, kRequired),
};

constexpr Field kLibraryDocument[] = {
    one("id", Kind::Uuid, kRequired),
    one("slug", Kind::Slug, kRequired),
    text("title", 200, kRequired),
    choice<DocumentType>("type", kRequired),
    one("date", Kind::Date, kRequired),
    text("version", 20, kRequired),
    text("summary", 400, kRequired),
    text("file", 200),
    one("file_language", Kind::LanguageCode),
    one("annex_to", Kind::Slug),
    one("replaces", Kind::Slug),
};

constexpr Field kDomainsFile[] = {groups("domains", kDomain, kRequired)};
constexpr Field kAudiencesFile[] = {groups("audiences", kAudience, kRequired)};
constexpr Field kSituationsFile[] = {groups("situations", kSituation, kRequired)};
constexpr Field kLocalitiesFile[] = {groups("localities", kLocality, kRequired)};
constexpr Field kProgrammesFile[] = {groups("programmes", kProgramme, kRequired)};
constexpr Field kIndicatorsFile[] = {groups("indicators", kIndicator, kRequired)};
constexpr Field kBudgetFile[] = {groups("budget_lines", kBudgetLine, kRequired)};
constexpr Field kDocumentsFile[] = {groups("documents", kLibraryDocument, kRequired)};

}  // namespace

std::span<const Field> service_fields() {
    return kService;
}
std::span<const Field> provider_fields() {
    return kProvider;
}
std::span<const Field> place_fields() {
    return kPlace;
}
std::span<const Field> domains_file_fields() {
    return kDomainsFile;
}
std::span<const Field> audiences_file_fields() {
    return kAudiencesFile;
}
std::span<const Field> situations_file_fields() {
    return kSituationsFile;
}
std::span<const Field> localities_file_fields() {
    return kLocalitiesFile;
}
std::span<const Field> programmes_file_fields() {
    return kProgrammesFile;
}
std::span<const Field> indicators_file_fields() {
    return kIndicatorsFile;
}
std::span<const Field> budget_file_fields() {
    return kBudgetFile;
}
std::span<const Field> documents_file_fields() {
    return kDocumentsFile;
}

}  // namespace okienko::model
