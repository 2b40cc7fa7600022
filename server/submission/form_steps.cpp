#include "server/submission/form_steps.hpp"

#include <algorithm>

namespace okienko::server {
namespace {

using Keys = std::string_view;

constexpr Keys kProviderCard[] = {"name",
                                  "kind",
                                  "legal_form",
                                  "nip",
                                  "regon",
                                  "krs",
                                  "summary",
                                  "profile",
                                  "activity_domains",
                                  "website",
                                  "email",
                                  "place"};
constexpr Keys kContacts[] = {"contacts"};
constexpr FormStep kProviderSteps[] = {
    {"podmiot", "provider", kProviderCard},
    {"kontakt", "provider_contacts", kContacts},
};
constexpr Keys kProviderUnasked[] = {"id", "slug", "verified_on"};

constexpr Keys kPlaceCard[] = {
    "name", "street", "building", "unit", "postal_code", "city", "simc", "ulic", "directions"};
constexpr Keys kAccessibility[] = {"accessibility"};
constexpr FormStep kPlaceSteps[] = {
    {"miejsce", "place", kPlaceCard},
    {"dostepnosc", "place_accessibility", kAccessibility},
};
constexpr Keys kPlaceUnasked[] = {"id", "slug", "terc", "latitude", "longitude"};

constexpr Keys kName[] = {
    "name", "aliases", "kind", "summary", "purpose", "description", "scope", "not_included"};
constexpr Keys kAudience[] = {"domains",
                              "audiences",
                              "situations",
                              "eligibility",
                              "minimum_age",
                              "maximum_age",
                              "conditions",
                              "criteria"};
constexpr Keys kWhere[] = {"delivery_modes",
                           "delivery",
                           "places",
                           "areas",
                           "languages",
                           "interpretation",
                           "website",
                           "partners"};
constexpr Keys kWhen[] = {
    "schedules", "term", "waiting_time", "valid_from", "valid_to", "status", "alert", "capacities"};
constexpr Keys kHow[] = {"applicants",
                         "decision_mode",
                         "qualification",
                         "steps",
                         "required_documents",
                         "response_days",
                         "response_note",
                         "referral",
                         "application_form"};
constexpr Keys kFees[] = {"fee_mode", "fees", "reliefs", "fees_note", "limits"};
constexpr Keys kLaw[] = {"task",
                         "new_service",
                         "programme",
                         "legal_basis",
                         "funding",
                         "personal_data_basis",
                         "personal_data",
                         "related"};
constexpr FormStep kServiceSteps[] = {
    {"nazwa", "name", kName},
    {"dla-kogo", "audience", kAudience},
    {"gdzie", "where", kWhere},
    {"kiedy", "when", kWhen},
    {"jak", "how", kHow},
    {"oplaty", "fees", kFees},
    {"prawo", "law", kLaw},
    {"kontakt", "contacts", kContacts},
};
constexpr Keys kServiceUnasked[] = {"id", "slug", "provider", "verified_on", "verified_by"};

}  // namespace

std::span<const FormStep> steps_of(CardKind kind) {
    switch (kind) {
        case CardKind::Provider:
            return kProviderSteps;
        case CardKind::Place:
            return kPlaceSteps;
        case CardKind::Service:
            break;
    }
    return kServiceSteps;
}

const FormStep* step_named(CardKind kind, std::string_view name) {
    auto steps = steps_of(kind);
    auto found = std::ranges::find(steps, name, &FormStep::name);
    return found == steps.end() ? nullptr : &*found;
}

std::vector<model::Field> asked_fields(CardKind kind) {
    std::vector<model::Field> asked;
    for (auto field : fields_of(kind)) {
        if (std::ranges::count(unasked_fields(kind), field.key) > 0) continue;
        if (field.key == "criteria") field.presence = model::Presence::Optional;
        asked.push_back(field);
    }
    return asked;
}

std::vector<model::Field> asked_fields(CardKind kind, const FormStep& step) {
    auto asked = asked_fields(kind);
    std::vector<model::Field> fields;
    for (auto key : step.keys) {
        fields.push_back(*std::ranges::find(asked, key, &model::Field::key));
    }
    return fields;
}

const FormStep* step_asking(CardKind kind, std::string_view key) {
    auto steps = steps_of(kind);
    auto found = std::ranges::find_if(
        steps, [&](const FormStep& step) { return std::ranges::count(step.keys, key) > 0; });
    return found == steps.end() ? nullptr : &*found;
}

std::span<const std::string_view> unasked_fields(CardKind kind) {
    switch (kind) {
        case CardKind::Provider:
            return kProviderUnasked;
        case CardKind::Place:
            return kPlaceUnasked;
        case CardKind::Service:
            break;
    }
    return kServiceUnasked;
}

}  // namespace okienko::server
