#include "bench/workload/hugo_cards.hpp"

#include "bench/workload/hugo_choices.hpp"
#include "bench/workload/hugo_codes.hpp"
#include "bench/workload/json.hpp"
#include "language/phones.hpp"

namespace okienko::bench {
namespace {

using model::Service;

template <class Enums>
std::vector<std::string> names(const Enums& values) {
    std::vector<std::string> list;
    list.reserve(values.size());
    for (auto value : values) list.emplace_back(name(value));
    return list;
}

std::string condition_json(const model::Condition& condition) {
    return JsonObject{}
        .add("kind", name(condition.kind))
        .add("text", condition.text)
        .add("proof", condition.proof)
        .text();
}

std::string step_json(const model::Step& step) {
    return JsonObject{}.add("title", step.title).add("text", step.text).text();
}

std::string document_json(const model::RequiredDocument& document) {
    return JsonObject{}
        .add("name", document.name)
        .add("form", name(document.form))
        .add("proves", document.proves)
        .add("necessity", name(document.necessity))
        .add("when", document.when)
        .text();
}

std::string fee_json(const model::Fee& fee) {
    return JsonObject{}
        .add("name", fee.name)
        .number("grosze", fee.amount.grosze)
        .add("per", name(fee.per))
        .add("note", fee.note)
        .text();
}

std::string relief_json(const model::Relief& relief) {
    return JsonObject{}
        .add("entitled", relief.entitled)
        .number("percent", relief.percent.value_or(0))
        .add("proof", relief.proof)
        .text();
}

std::string personal_data_json(const model::PersonalData& data) {
    return JsonObject{}
        .add("name", data.name)
        .add("gdpr_class", name(data.gdpr_class))
        .add("purpose", data.purpose)
        .add("necessity", name(data.necessity))
        .text();
}

template <class Cards, class Make>
void add_rows(JsonObject& card, std::string_view key, const Cards& rows, Make make) {
    if (!rows.empty()) card.value(key, json_rows(rows, make));
}

/// The three pages of a service; one without schedules has no calendar.
std::vector<std::string> outputs_of(const Service& service) {
    std::vector<std::string> outputs{"html", "ulotka"};
    if (!service.schedules.empty()) outputs.emplace_back("termin");
    return outputs;
}

void add_identity(JsonObject& card, const Service& service) {
    card.add("id", service.id)
        .add("title", service.name)
        .add("lastmod", model::to_iso(service.verified_on))
        .add("outputs", outputs_of(service))
        .add("lead", service.summary)
        .add("other_names", service.aliases)
        .add("kind", name(service.kind))
        .add("status", name(service.status))
        .add("obszary", service.domains)
        .add("dla-kogo", service.audiences)
        .add("sprawy", service.situations)
        .add("podmioty", std::vector{service.provider})
        .add("programme", service.programme);
    add_choices(card, service);
}

void add_texts(JsonObject& card, const Service& service) {
    card.add("purpose", service.purpose)
        .add("scope", service.scope)
        .add("not_included", service.not_included)
        .add("delivery", service.delivery)
        .add("term", service.term)
        .add("eligibility", service.eligibility)
        .add("qualification", service.qualification)
        .add("legal_basis", service.legal_basis)
        .add("fees_note", service.fees_note)
        .add("limits", service.limits)
        .add("waiting_time", service.waiting_time)
        .add("personal_data_basis", service.personal_data_basis)
        .add("verified_by", service.verified_by);
}

void add_rules(JsonObject& card, const Service& service) {
    card.add("task", name(service.task))
        .add("delivery_modes", names(service.delivery_modes))
        .add("places", service.places)
        .add("areas", service.areas)
        .add("languages", service.languages)
        .number("minimum_age", service.minimum_age.value_or(0))
        .add("applicants", names(service.applicants))
        .add("decision_mode", name(service.decision_mode))
        .number("response_days", service.response_days.value_or(0))
        .add("fee_mode", name(service.fee_mode));
}

}  // namespace

std::string contact_json(const model::Contact& contact) {
    return JsonObject{}
        .add("role", contact.role)
        .add("phone", contact.phone)
        .add("phone_text", language::phone_display(contact.phone))
        .add("email", contact.email)
        .add("hours", contact.hours)
        .text();
}

std::string service_front_matter(const Service& service) {
    JsonObject card;
    add_identity(card, service);
    add_texts(card, service);
    add_rules(card, service);
    add_rows(card, "conditions", service.conditions, condition_json);
    add_rows(card, "steps", service.steps, step_json);
    add_rows(card, "required_documents", service.required_documents, document_json);
    add_rows(card, "fees", service.fees, fee_json);
    add_rows(card, "reliefs", service.reliefs, relief_json);
    add_rows(card, "personal_data", service.personal_data, personal_data_json);
    add_rows(card, "contacts", service.contacts, contact_json);
    add_rows(card, "schedules", service.schedules, schedule_json);
    if (auto next = next_meeting_json(service); !next.empty()) card.value("next", next);
    return card.add("code", code_of("/uslugi/" + service.slug + "/")).text();
}

std::string provider_front_matter(const model::Provider& provider) {
    return JsonObject{}
        .add("title", provider.name)
        .add("lastmod", model::to_iso(provider.verified_on))
        .add("lead", provider.summary)
        .add("kind", name(provider.kind))
        .add("legal_form", provider.legal_form)
        .add("activity", provider.activity_domains)
        .add("place", provider.place)
        .add("website", provider.website)
        .add("email", provider.email)
        .value("contacts", json_rows(provider.contacts, contact_json))
        .add("code", code_of("/podmioty/" + provider.slug + "/"))
        .text();
}

std::string domain_front_matter(const model::Domain& domain) {
    return JsonObject{}
        .add("title", domain.name)
        .add("lead", domain.description)
        .number("weight", domain.number)
        .text();
}

std::string audience_front_matter(const model::Audience& audience) {
    return JsonObject{}
        .add("title", audience.name)
        .add("lead", audience.description)
        .add("icon", audience.icon)
        .number("weight", audience.order)
        .text();
}

std::string situation_front_matter(const model::Situation& situation) {
    return JsonObject{}
        .add("title", situation.name)
        .add("lead", situation.description)
        .add("icon", situation.icon)
        .number("weight", situation.order)
        .text();
}

}  // namespace okienko::bench
