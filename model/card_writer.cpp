#include "model/card_writer.hpp"

namespace okienko::model {
namespace {

/// Gathers the entries of one card; empty values are left out.
class Writer {
  public:
    Writer& text(std::string_view key, const std::string& value) {
        return value.empty() ? *this : add(key, value);
    }

    template <class E>
    Writer& choice(std::string_view key, E value) {
        return add(key, std::string{name(value)});
    }

    template <class E>
    Writer& choices(std::string_view key, const std::vector<E>& values) {
        return list(key, values, [](E value) { return Node{std::string{name(value)}}; });
    }

    Writer& texts(std::string_view key, const std::vector<std::string>& values) {
        return list(key, values, [](const std::string& value) { return Node{value}; });
    }

    Writer& integers(std::string_view key, const std::vector<int>& values) {
        return list(key, values, [](int value) { return Node{std::int64_t{value}}; });
    }

    template <class T>
    Writer& groups(std::string_view key, const std::vector<T>& values, Node (*write)(const T&)) {
        return list(key, values, write);
    }

    Writer& number(std::string_view key, int value) { return add(key, std::int64_t{value}); }
    Writer& flag(std::string_view key, bool value) { return value ? add(key, true) : *this; }
    Writer& date(std::string_view key, Date value) { return add(key, value); }
    Writer& time(std::string_view key, TimeOfDay value) { return add(key, to_iso(value)); }
    Writer& money(std::string_view key, Money value) { return add(key, to_decimal(value)); }

    Writer& optional(std::string_view key, const std::optional<int>& value) {
        return value ? number(key, *value) : *this;
    }
    Writer& optional(std::string_view key, const std::optional<double>& value) {
        return value ? add(key, *value) : *this;
    }
    Writer& optional(std::string_view key, const std::optional<Date>& value) {
        return value ? date(key, *value) : *this;
    }
    Writer& optional(std::string_view key, const std::optional<TimeOfDay>& value) {
        return value ? time(key, *value) : *this;
    }
    Writer& optional(std::string_view key, const std::optional<Money>& value) {
        return value ? money(key, *value) : *this;
    }

    Node done() { return Node{std::move(entries_)}; }

  private:
    Writer& add(std::string_view key, Node::Value value) {
        entries_.push_back({std::string{key}, 1, 1, Node{std::move(value)}});
        return *this;
    }

    template <class T, class Write>
    Writer& list(std::string_view key, const std::vector<T>& values, Write write) {
        if (values.empty()) return *this;
        Node::Array nodes;
        nodes.reserve(values.size());
        for (const auto& value : values) nodes.push_back(write(value));
        return add(key, std::move(nodes));
    }

    Node::Table entries_;
};

Node contact_node(const Contact& contact) {
    return Writer{}
        .text("role", contact.role)
        .text("phone", contact.phone)
        .text("extension", contact.extension)
        .text("email", contact.email)
        .text("room", contact.room)
        .text("hours", contact.hours)
        .done();
}

Node condition_node(const Condition& condition) {
    return Writer{}
        .choice("kind", condition.kind)
        .text("text", condition.text)
        .text("proof", condition.proof)
        .done();
}

Node step_node(const Step& step) {
    return Writer{}.text("title", step.title).text("text", step.text).done();
}

Node required_document_node(const RequiredDocument& document) {
    return Writer{}
        .text("name", document.name)
        .choice("form", document.form)
        .text("proves", document.proves)
        .choice("necessity", document.necessity)
        .text("when", document.when)
        .text("document", document.document)
        .done();
}

Node fee_node(const Fee& fee) {
    return Writer{}
        .text("name", fee.name)
        .money("amount", fee.amount)
        .optional("amount_max", fee.amount_max)
        .choice("per", fee.per)
        .text("note", fee.note)
        .optional("valid_from", fee.valid_from)
        .optional("valid_to", fee.valid_to)
        .done();
}

Node relief_node(const Relief& relief) {
    return Writer{}
        .text("entitled", relief.entitled)
        .optional("percent", relief.percent)
        .optional("amount", relief.amount)
        .text("proof", relief.proof)
        .text("note", relief.note)
        .done();
}

Node personal_data_node(const PersonalData& data) {
    return Writer{}
        .text("name", data.name)
        .choice("gdpr_class", data.gdpr_class)
        .text("purpose", data.purpose)
        .choice("necessity", data.necessity)
        .done();
}

Node capacity_node(const Capacity& capacity) {
    return Writer{}
        .choice("unit", capacity.unit)
        .text("description", capacity.description)
        .optional("maximum", capacity.maximum)
        .optional("available", capacity.available)
        .date("updated_on", capacity.updated_on)
        .done();
}

Node exception_node(const ScheduleException& exception) {
    return Writer{}
        .date("date", exception.date)
        .choice("kind", exception.kind)
        .optional("starts", exception.starts)
        .optional("ends", exception.ends)
        .text("note", exception.note)
        .done();
}

Node schedule_node(const Schedule& schedule) {
    std::vector<std::string> days;
    for (auto day : schedule.days) days.push_back(to_string(day));
    auto every = schedule.interval == 1 ? std::nullopt : std::optional{schedule.interval};
    return Writer{}
        .text("title", schedule.title)
        .text("place", schedule.place)
        .choice("frequency", schedule.frequency)
        .optional("interval", every)
        .texts("days", days)
        .integers("month_days", schedule.month_days)
        .time("starts", schedule.starts)
        .time("ends", schedule.ends)
        .date("valid_from", schedule.valid_from)
        .optional("valid_to", schedule.valid_to)
        .choice("holidays", schedule.holidays)
        .choice("booking", schedule.booking)
        .text("note", schedule.note)
        .groups("exceptions", schedule.exceptions, exception_node)
        .done();
}

Node criterion_node(const Criterion& criterion) {
    return Writer{}
        .text("reason", criterion.reason)
        .optional("minimum_age", criterion.minimum_age)
        .optional("maximum_age", criterion.maximum_age)
        .choice("residence", criterion.residence)
        .choices("households", criterion.households)
        .optional("child_minimum_age", criterion.child_minimum_age)
        .optional("child_maximum_age", criterion.child_maximum_age)
        .choices("certificates", criterion.certificates)
        .choices("employment", criterion.employment)
        .choices("roles", criterion.roles)
        .choices("needs", criterion.needs)
        .choices("excluded_needs", criterion.excluded_needs)
        .text("ask", criterion.ask)
        .done();
}

Node accessibility_node(const PlaceAccessibility& accessibility) {
    return Writer{}
        .choice("feature", accessibility.feature)
        .choice("state", accessibility.state)
        .text("description", accessibility.description)
        .done();
}

}  // namespace

Node card_node(const Service& service) {
    return Writer{}
        .text("id", service.id)
        .text("slug", service.slug)
        .text("name", service.name)
        .texts("aliases", service.aliases)
        .choice("kind", service.kind)
        .choice("status", service.status)
        .text("alert", service.alert)
        .text("summary", service.summary)
        .text("purpose", service.purpose)
        .text("description", service.description)
        .texts("scope", service.scope)
        .texts("not_included", service.not_included)
        .texts("domains", service.domains)
        .texts("audiences", service.audiences)
        .texts("situations", service.situations)
        .text("programme", service.programme)
        .text("provider", service.provider)
        .texts("partners", service.partners)
        .choice("task", service.task)
        .flag("new_service", service.new_service)
        .choices("delivery_modes", service.delivery_modes)
        .text("delivery", service.delivery)
        .texts("places", service.places)
        .texts("areas", service.areas)
        .texts("languages", service.languages)
        .text("interpretation", service.interpretation)
        .text("website", service.website)
        .text("term", service.term)
        .optional("valid_from", service.valid_from)
        .optional("valid_to", service.valid_to)
        .date("verified_on", service.verified_on)
        .text("verified_by", service.verified_by)
        .text("eligibility", service.eligibility)
        .optional("minimum_age", service.minimum_age)
        .optional("maximum_age", service.maximum_age)
        .choices("applicants", service.applicants)
        .choice("decision_mode", service.decision_mode)
        .text("qualification", service.qualification)
        .optional("response_days", service.response_days)
        .text("response_note", service.response_note)
        .text("referral", service.referral)
        .text("application_form", service.application_form)
        .texts("legal_basis", service.legal_basis)
        .text("funding", service.funding)
        .choice("fee_mode", service.fee_mode)
        .text("fees_note", service.fees_note)
        .text("limits", service.limits)
        .text("waiting_time", service.waiting_time)
        .text("personal_data_basis", service.personal_data_basis)
        .texts("related", service.related)
        .groups("conditions", service.conditions, condition_node)
        .groups("steps", service.steps, step_node)
        .groups("required_documents", service.required_documents, required_document_node)
        .groups("fees", service.fees, fee_node)
        .groups("reliefs", service.reliefs, relief_node)
        .groups("personal_data", service.personal_data, personal_data_node)
        .groups("capacities", service.capacities, capacity_node)
        .groups("contacts", service.contacts, contact_node)
        .groups("schedules", service.schedules, schedule_node)
        .groups("criteria", service.criteria, criterion_node)
        .done();
}

Node card_node(const Provider& provider) {
    return Writer{}
        .text("id", provider.id)
        .text("slug", provider.slug)
        .text("name", provider.name)
        .choice("kind", provider.kind)
        .text("legal_form", provider.legal_form)
        .text("summary", provider.summary)
        .text("profile", provider.profile)
        .texts("activity_domains", provider.activity_domains)
        .text("nip", provider.nip)
        .text("regon", provider.regon)
        .text("krs", provider.krs)
        .text("place", provider.place)
        .text("website", provider.website)
        .text("email", provider.email)
        .date("verified_on", provider.verified_on)
        .groups("contacts", provider.contacts, contact_node)
        .done();
}

Node card_node(const Place& place) {
    return Writer{}
        .text("id", place.id)
        .text("slug", place.slug)
        .text("name", place.name)
        .text("street", place.street)
        .text("building", place.building)
        .text("unit", place.unit)
        .text("postal_code", place.postal_code)
        .text("city", place.city)
        .text("terc", place.terc)
        .text("simc", place.simc)
        .text("ulic", place.ulic)
        .optional("latitude", place.latitude)
        .optional("longitude", place.longitude)
        .text("directions", place.directions)
        .groups("accessibility", place.accessibility, accessibility_node)
        .done();
}

Node card_node(const Domain& domain) {
    return Writer{}
        .number("number", domain.number)
        .text("slug", domain.slug)
        .text("name", domain.name)
        .text("description", domain.description)
        .done();
}

Node card_node(const Audience& audience) {
    return Writer{}
        .text("slug", audience.slug)
        .text("name", audience.name)
        .text("description", audience.description)
        .number("order", audience.order)
        .text("icon", audience.icon)
        .done();
}

Node card_node(const Situation& situation) {
    return Writer{}
        .text("slug", situation.slug)
        .text("name", situation.name)
        .text("description", situation.description)
        .text("advice", situation.advice)
        .texts("phrases", situation.phrases)
        .number("order", situation.order)
        .text("icon", situation.icon)
        .done();
}

Node card_node(const Locality& locality) {
    return Writer{}
        .text("simc", locality.simc)
        .text("name", locality.name)
        .text("terc", locality.terc)
        .choice("kind", locality.kind)
        .done();
}

Node card_node(const Programme& programme) {
    return Writer{}
        .text("id", programme.id)
        .text("slug", programme.slug)
        .text("name", programme.name)
        .text("resolution", programme.resolution)
        .date("adopted_on", programme.adopted_on)
        .date("valid_from", programme.valid_from)
        .date("valid_to", programme.valid_to)
        .text("goal", programme.goal)
        .number("expected_people", programme.expected_people)
        .text("document", programme.document)
        .done();
}

}  // namespace okienko::model
