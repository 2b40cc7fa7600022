#include "generator/settings.hpp"

namespace okienko::generator {
namespace {

using model::Count;
using model::Field;
using model::Kind;
using model::Presence;

constexpr auto kRequired = Presence::Required;
constexpr auto kOptional = Presence::Optional;

constexpr Field kCentre[] = {
    {"name", Kind::Text, kRequired, Count::One, 120},
    {"short_name", Kind::Text, kRequired, Count::One, 40},
    {"tagline", Kind::Text, kRequired, Count::One, 160},
    {"municipality", Kind::Text, kRequired, Count::One, 80},
    {"provider", Kind::Slug},
    {"notice", Kind::Text, kOptional, Count::One, 240},
};

constexpr Field kSite[] = {
    {"url", Kind::WebAddress, kRequired},
    {"theme", Kind::Slug},
    {"time_zone", Kind::Text},
    {"languages", Kind::LanguageCode, kOptional, Count::List},
    {"keep_releases", Kind::Integer, kOptional, Count::One, 1000},
    {"news_on_home", Kind::Integer, kOptional, Count::One, 20},
    {"calendar_days", Kind::Integer, kOptional, Count::One, 1100},
    {"precompress", Kind::Boolean, kOptional, Count::One},
};

constexpr Field kHours[] = {
    {"days", Kind::Text, kRequired, Count::List},
    {"opens", Kind::TimeOfDay, kRequired},
    {"closes", Kind::TimeOfDay, kRequired},
};

constexpr Field kSpecialDays[] = {
    {"from", Kind::Date, kRequired},
    {"until", Kind::Date},
    {"opens", Kind::TimeOfDay},
    {"closes", Kind::TimeOfDay},
};

constexpr Field kContact[] = {
    {"phone", Kind::Phone, kRequired},
    {"email", Kind::Email, kRequired},
    {"street", Kind::Text, kRequired, Count::One, 120},
    {"postal_code", Kind::PostalCode, kRequired},
    {"city", Kind::Text, kRequired, Count::One, 80},
    {"e_delivery", Kind::Text, kOptional, Count::One, 80},
    {"bip", Kind::WebAddress, kRequired},
    {"hours", Kind::Group, kRequired, Count::List, 0, {}, kHours},
    {"special_days", Kind::Group, kOptional, Count::List, 0, {}, kSpecialDays},
};

constexpr Field kApps[] = {
    {"name", Kind::Text, kRequired, Count::One, 120},
    {"url", Kind::WebAddress, kRequired},
};

constexpr Field kAccessibility[] = {
    {"scope", Kind::Text, kRequired, Count::One, 200},
    {"published_on", Kind::Date, kRequired},
    {"updated_on", Kind::Date, kRequired},
    {"declared_on", Kind::Date, kRequired},
    {"reviewed_on", Kind::Date},
    {"status", Kind::Choice, kRequired, Count::One, 0, model::Choice<ComplianceStatus>::kNames},
    {"assessment", Kind::Text, kRequired, Count::One, 300},
    {"report_url", Kind::WebAddress},
    {"barriers", Kind::Text, kOptional, Count::List, 600},
    {"exempt", Kind::Text, kOptional, Count::List, 600},
    {"costs", Kind::Text, kOptional, Count::List, 600},
    {"costs_url", Kind::WebAddress},
    {"shortcuts", Kind::Text, kOptional, Count::List, 300},
    {"contact_unit", Kind::Text, kRequired, Count::One, 120},
    {"contact_phone", Kind::Phone, kRequired},
    {"contact_email", Kind::Email, kRequired},
    {"apps", Kind::Group, kOptional, Count::List, 0, {}, kApps},
    {"architecture", Kind::Text, kRequired, Count::List, 600},
    {"architecture_url", Kind::WebAddress},
    {"communication", Kind::Text, kRequired, Count::List, 600},
};

constexpr Field kClauses[] = {
    {"case", Kind::Choice, kRequired, Count::One, 0, model::Choice<ClauseCase>::kNames},
    {"summary", Kind::Text, kRequired, Count::One, 400},
    {"purpose", Kind::Text, kRequired, Count::One, 600},
    {"basis", Kind::Choice, kRequired, Count::List, 0, model::Choice<LegalBasis>::kNames},
    {"law", Kind::Text, kRequired, Count::One, 600},
    {"special_categories", Kind::Text, kOptional, Count::One, 600},
    {"recipients", Kind::Text, kRequired, Count::One, 600},
    {"transfers", Kind::Text, kRequired, Count::One, 400},
    {"retention", Kind::Text, kRequired, Count::One, 400},
    {"necessity", Kind::Text, kRequired, Count::One, 600},
    {"automated_decisions", Kind::Text, kRequired, Count::One, 400},
};

constexpr Field kPrivacy[] = {
    {"officer_email", Kind::Email, kRequired},
    {"officer_phone", Kind::Phone},
    {"officer_hours", Kind::Text, kOptional, Count::One, 120},
    {"clauses", Kind::Group, kRequired, Count::List, 0, {}, kClauses},
};

constexpr Field kForms[] = {
    {"contact", Kind::Boolean},
    {"outdated", Kind::Boolean},
    {"feedback", Kind::Boolean},
    {"message_days", Kind::Integer, kOptional, Count::One, 3650},
    {"submissions", Kind::Boolean},
    {"draft_days", Kind::Integer, kOptional, Count::One, 365},
    {"submission_days", Kind::Integer, kOptional, Count::One, 3650},
};

constexpr Field kFunding[] = {
    {"text", Kind::Text, kRequired, Count::One, 400},
};

constexpr Field kImportedTerm[] = {
    {"taxonomy", Kind::Text, kOptional, Count::One, 200},
    {"term", Kind::Text, kRequired, Count::One, 200},
    {"domain", Kind::Slug},
    {"audience", Kind::Slug},
    {"situation", Kind::Slug},
};

constexpr Field kImport[] = {
    {"domain", Kind::Slug},
    {"audience", Kind::Slug},
    {"situation", Kind::Slug},
    {"terms", Kind::Group, kOptional, Count::List, 0, {}, kImportedTerm},
};

constexpr Field kMail[] = {
    {"from_name", Kind::Text, kOptional, Count::One, 120},
    {"from_address", Kind::Email},
    {"reply_to", Kind::Email},
    {"smtp", Kind::Text, kOptional, Count::One, 300},
    {"security", Kind::Choice, kOptional, Count::One, 0, model::Choice<MailSecurity>::kNames},
    {"user", Kind::Text, kOptional, Count::One, 254},
    {"password_file", Kind::Text, kOptional, Count::One, 300},
};

constexpr Field kSettings[] = {
    {"centre", Kind::Group, kRequired, Count::One, 0, {}, kCentre},
    {"site", Kind::Group, kRequired, Count::One, 0, {}, kSite},
    {"contact", Kind::Group, kRequired, Count::One, 0, {}, kContact},
    {"accessibility", Kind::Group, kRequired, Count::One, 0, {}, kAccessibility},
    {"privacy", Kind::Group, kOptional, Count::One, 0, {}, kPrivacy},
    {"forms", Kind::Group, kOptional, Count::One, 0, {}, kForms},
    {"import", Kind::Group, kOptional, Count::One, 0, {}, kImport},
    {"mail", Kind::Group, kOptional, Count::One, 0, {}, kMail},
    {"funding", Kind::Group, kOptional, Count::One, 0, {}, kFunding},
};

}  // namespace

std::span<const Field> settings_fields() {
    return kSettings;
}

}  // namespace okienko::generator
