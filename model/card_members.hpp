#pragma once

#include <string_view>
#include <tuple>

#include "model/contact.hpp"
#include "model/matching.hpp"
#include "model/schedule.hpp"
#include "model/service.hpp"

namespace okienko::model {

/// Where a card keeps what stands under a key of model/card_fields.
template <class Card, class Value>
struct Member {
    std::string_view key;
    Value Card::*value;
};
template <class Card, class Value>
Member(const char*, Value Card::*) -> Member<Card, Value>;

/// The members of a service and of the groups within it, for readers that have a value of a card
/// and want to put it where it belongs. A key that is missing here is known to model/card_reader
/// alone.
template <class Card>
struct Members;

template <>
struct Members<Contact> {
    static constexpr std::tuple kAll{Member{"role", &Contact::role},
                                     Member{"phone", &Contact::phone},
                                     Member{"extension", &Contact::extension},
                                     Member{"email", &Contact::email},
                                     Member{"room", &Contact::room},
                                     Member{"hours", &Contact::hours}};
};

template <>
struct Members<Condition> {
    static constexpr std::tuple kAll{Member{"kind", &Condition::kind},
                                     Member{"text", &Condition::text},
                                     Member{"proof", &Condition::proof}};
};

template <>
struct Members<Step> {
    static constexpr std::tuple kAll{Member{"title", &Step::title}, Member{"text", &Step::text}};
};

template <>
struct Members<RequiredDocument> {
    static constexpr std::tuple kAll{Member{"name", &RequiredDocument::name},
                                     Member{"form", &RequiredDocument::form},
                                     Member{"proves", &RequiredDocument::proves},
                                     Member{"necessity", &RequiredDocument::necessity},
                                     Member{"when", &RequiredDocument::when},
                                     Member{"document", &RequiredDocument::document}};
};

template <>
struct Members<Fee> {
    static constexpr std::tuple kAll{Member{"name", &Fee::name},
                                     Member{"amount", &Fee::amount},
                                     Member{"amount_max", &Fee::amount_max},
                                     Member{"per", &Fee::per},
                                     Member{"note", &Fee::note},
                                     Member{"valid_from", &Fee::valid_from},
                                     Member{"valid_to", &Fee::valid_to}};
};

template <>
struct Members<Relief> {
    static constexpr std::tuple kAll{Member{"entitled", &Relief::entitled},
                                     Member{"percent", &Relief::percent},
                                     Member{"amount", &Relief::amount},
                                     Member{"proof", &Relief::proof},
                                     Member{"note", &Relief::note}};
};

template <>
struct Members<PersonalData> {
    static constexpr std::tuple kAll{Member{"name", &PersonalData::name},
                                     Member{"gdpr_class", &PersonalData::gdpr_class},
                                     Member{"purpose", &PersonalData::purpose},
                                     Member{"necessity", &PersonalData::necessity}};
};

template <>
struct Members<Capacity> {
    static constexpr std::tuple kAll{Member{"unit", &Capacity::unit},
                                     Member{"description", &Capacity::description},
                                     Member{"maximum", &Capacity::maximum},
                                     Member{"available", &Capacity::available},
                                     Member{"updated_on", &Capacity::updated_on}};
};

template <>
struct Members<Criterion> {
    static constexpr std::tuple kAll{Member{"reason", &Criterion::reason},
                                     Member{"minimum_age", &Criterion::minimum_age},
                                     Member{"maximum_age", &Criterion::maximum_age},
                                     Member{"residence", &Criterion::residence},
                                     Member{"households", &Criterion::households},
                                     Member{"child_minimum_age", &Criterion::child_minimum_age},
                                     Member{"child_maximum_age", &Criterion::child_maximum_age},
                                     Member{"certificates", &Criterion::certificates},
                                     Member{"employment", &Criterion::employment},
                                     Member{"roles", &Criterion::roles},
                                     Member{"needs", &Criterion::needs},
                                     Member{"excluded_needs", &Criterion::excluded_needs},
                                     Member{"ask", &Criterion::ask}};
};

template <>
struct Members<ScheduleException> {
    static constexpr std::tuple kAll{Member{"date", &ScheduleException::date},
                                     Member{"kind", &ScheduleException::kind},
                                     Member{"starts", &ScheduleException::starts},
                                     Member{"ends", &ScheduleException::ends},
                                     Member{"note", &ScheduleException::note}};
};

template <>
struct Members<Schedule> {
    static constexpr std::tuple kAll{Member{"title", &Schedule::title},
                                     Member{"place", &Schedule::place},
                                     Member{"frequency", &Schedule::frequency},
                                     Member{"interval", &Schedule::interval},
                                     Member{"days", &Schedule::days},
                                     Member{"month_days", &Schedule::month_days},
                                     Member{"starts", &Schedule::starts},
                                     Member{"ends", &Schedule::ends},
                                     Member{"valid_from", &Schedule::valid_from},
                                     Member{"valid_to", &Schedule::valid_to},
                                     Member{"holidays", &Schedule::holidays},
                                     Member{"booking", &Schedule::booking},
                                     Member{"note", &Schedule::note},
                                     Member{"exceptions", &Schedule::exceptions}};
};

template <>
struct Members<Service> {
    static constexpr std::tuple kAll{Member{"id", &Service::id},
                                     Member{"slug", &Service::slug},
                                     Member{"name", &Service::name},
                                     Member{"aliases", &Service::aliases},
                                     Member{"kind", &Service::kind},
                                     Member{"status", &Service::status},
                                     Member{"alert", &Service::alert},
                                     Member{"summary", &Service::summary},
                                     Member{"purpose", &Service::purpose},
                                     Member{"description", &Service::description},
                                     Member{"scope", &Service::scope},
                                     Member{"not_included", &Service::not_included},
                                     Member{"domains", &Service::domains},
                                     Member{"audiences", &Service::audiences},
                                     Member{"situations", &Service::situations},
                                     Member{"programme", &Service::programme},
                                     Member{"provider", &Service::provider},
                                     Member{"partners", &Service::partners},
                                     Member{"task", &Service::task},
                                     Member{"new_service", &Service::new_service},
                                     Member{"delivery_modes", &Service::delivery_modes},
                                     Member{"delivery", &Service::delivery},
                                     Member{"places", &Service::places},
                                     Member{"areas", &Service::areas},
                                     Member{"languages", &Service::languages},
                                     Member{"interpretation", &Service::interpretation},
                                     Member{"website", &Service::website},
                                     Member{"term", &Service::term},
                                     Member{"valid_from", &Service::valid_from},
                                     Member{"valid_to", &Service::valid_to},
                                     Member{"verified_on", &Service::verified_on},
                                     Member{"verified_by", &Service::verified_by},
                                     Member{"eligibility", &Service::eligibility},
                                     Member{"minimum_age", &Service::minimum_age},
                                     Member{"maximum_age", &Service::maximum_age},
                                     Member{"applicants", &Service::applicants},
                                     Member{"decision_mode", &Service::decision_mode},
                                     Member{"qualification", &Service::qualification},
                                     Member{"response_days", &Service::response_days},
                                     Member{"response_note", &Service::response_note},
                                     Member{"referral", &Service::referral},
                                     Member{"application_form", &Service::application_form},
                                     Member{"legal_basis", &Service::legal_basis},
                                     Member{"funding", &Service::funding},
                                     Member{"fee_mode", &Service::fee_mode},
                                     Member{"fees_note", &Service::fees_note},
                                     Member{"limits", &Service::limits},
                                     Member{"waiting_time", &Service::waiting_time},
                                     Member{"personal_data_basis", &Service::personal_data_basis},
                                     Member{"related", &Service::related},
                                     Member{"conditions", &Service::conditions},
                                     Member{"steps", &Service::steps},
                                     Member{"required_documents", &Service::required_documents},
                                     Member{"fees", &Service::fees},
                                     Member{"reliefs", &Service::reliefs},
                                     Member{"personal_data", &Service::personal_data},
                                     Member{"capacities", &Service::capacities},
                                     Member{"contacts", &Service::contacts},
                                     Member{"schedules", &Service::schedules},
                                     Member{"criteria", &Service::criteria}};
};

}  // namespace okienko::model
