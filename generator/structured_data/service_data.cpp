#include "generator/structured_data/nodes.hpp"
#include "generator/structured_data/structured_data.hpp"
#include "language/language.hpp"

namespace okienko::generator {
namespace {

using model::Fee;
using model::Service;

constexpr std::string_view kCurrency = "PLN";

void write_texts(std::string_view key, const std::vector<std::string>& texts, JsonText& json) {
    if (texts.empty()) return;
    json.begin_array(key);
    for (const auto& text : texts) json.text(text);
    json.end_array();
}

/// The main domain: what kind of service the law calls it.
void write_type(const Site& site, const Service& service, JsonText& json) {
    const auto* domain = service.domains.empty() ? nullptr : site.domain(service.domains.front());
    if (domain) json.member("serviceType", domain->name);
}

/// The centre answers for every service of its catalogue; somebody else may run it.
void write_organisations(const Site& site, const Service& service, JsonText& json) {
    json.key("provider");
    write_centre(site, json);
    json.key("serviceOperator");
    const auto* runs = site.provider(service.provider);
    bool own = service.provider == site.settings().centre.provider;
    if (runs && !own) {
        write_provider(site, *runs, json);
    } else {
        write_centre(site, json);
    }
}

void write_area(std::string_view name, JsonText& json) {
    begin_node(json, "AdministrativeArea").member("name", name).end_object();
}

void write_areas(const Site& site, const Service& service, JsonText& json) {
    json.begin_array("areaServed");
    bool named = false;
    for (const auto& simc : service.areas) {
        if (const auto* locality = site.locality(simc)) {
            write_area(locality->name, json);
            named = true;
        }
    }
    if (!named) write_area(site.settings().centre.municipality, json);
    json.end_array();
}

void write_audience(const Site& site, const Service& service, JsonText& json) {
    begin_node(json.key("audience"), "PeopleAudience");
    std::vector<std::string> names;
    for (const auto& slug : service.audiences) {
        if (const auto* audience = site.audience(slug)) names.push_back(audience->name);
    }
    write_texts("audienceType", names, json);
    if (service.minimum_age) {
        json.key("suggestedMinAge").number(std::int64_t{*service.minimum_age});
    }
    if (service.maximum_age) {
        json.key("suggestedMaxAge").number(std::int64_t{*service.maximum_age});
    }
    json.end_object();
}

/// The number to call first, as the sheet shows it.
model::Contact first_phone(const Site& site, const Service& service) {
    for (const auto& contact : service.contacts) {
        if (!contact.phone.empty()) return contact;
    }
    model::Contact centre;
    centre.role = site.settings().centre.name;
    centre.phone = site.settings().contact.phone;
    return centre;
}

/// A service that comes to people has no place of its own: then it is reached through the centre.
void write_location(const Site& site, const Service& service, JsonText& json) {
    json.begin_array("serviceLocation");
    bool found = false;
    for (const auto& slug : service.places) {
        if (const auto* place = site.place(slug)) {
            write_place(*place, json);
            found = true;
        }
    }
    if (!found) {
        const auto& contact = site.settings().contact;
        begin_node(json, "Place").member("name", site.settings().centre.name);
        begin_node(json.key("address"), "PostalAddress")
            .member("streetAddress", contact.street)
            .member("postalCode", contact.postal_code)
            .member("addressLocality", contact.city)
            .member("addressCountry", "PL")
            .end_object();
        json.end_object();
    }
    json.end_array();
}

void write_channel(const Site& site, const Service& service, JsonText& json) {
    begin_node(json.key("availableChannel"), "ServiceChannel")
        .member("serviceUrl", absolute_url(site, service_address(service.slug)));
    json.key("servicePhone");
    write_contact(first_phone(site, service), json);
    write_location(site, service, json);
    write_texts("availableLanguage", service.languages, json);
    if (service.response_days) {
        json.member("processingTime", "P" + std::to_string(*service.response_days) + "D");
    }
    json.end_object();
}

/// Codes of UN/CEFACT recommendation 20, where there is one.
std::string_view unit_code(model::FeePer per) {
    switch (per) {
        case model::FeePer::Hour:
            return "HUR";
        case model::FeePer::Day:
            return "DAY";
        case model::FeePer::Week:
            return "WEE";
        case model::FeePer::Month:
            return "MON";
        case model::FeePer::Visit:
        case model::FeePer::Use:
        case model::FeePer::Course:
            break;
    }
    return {};
}

void write_fee(const Site& site, const Fee& fee, JsonText& json) {
    const auto& words = site.words_in(language::Language::Polish);
    begin_node(json, "Offer").member("name", fee.name).member("description", fee.note);
    json.member("priceCurrency", kCurrency);
    if (!fee.amount_max) json.member("price", model::to_decimal(fee.amount));
    if (fee.valid_from) json.member("validFrom", model::to_iso(*fee.valid_from));
    if (fee.valid_to) json.member("validThrough", model::to_iso(*fee.valid_to));
    begin_node(json.key("priceSpecification"), "UnitPriceSpecification")
        .member("priceCurrency", kCurrency)
        .member("unitCode", unit_code(fee.per))
        .member("unitText", words.label("fee_per", fee.per));
    if (fee.amount_max) {
        json.member("minPrice", model::to_decimal(fee.amount));
        json.member("maxPrice", model::to_decimal(*fee.amount_max));
    } else {
        json.member("price", model::to_decimal(fee.amount));
    }
    json.end_object().end_object();
}

void write_offers(const Site& site, const Service& service, JsonText& json) {
    if (service.fee_mode == model::FeeMode::Free) {
        begin_node(json.key("offers"), "Offer")
            .member("price", "0")
            .member("priceCurrency", kCurrency)
            .end_object();
        return;
    }
    if (service.fees.empty()) return;
    json.begin_array("offers");
    for (const auto& fee : service.fees) write_fee(site, fee, json);
    json.end_array();
}

}  // namespace

std::string service_data(const Site& site, const Service& service) {
    auto url = absolute_url(site, service_address(service.slug));
    JsonText json;
    begin_document(json, "GovernmentService")
        .member("@id", url + "#usluga")
        .member("identifier", service.id)
        .member("url", url)
        .member("name", service.name)
        .member("description", service.summary);
    write_texts("alternateName", service.aliases, json);
    write_type(site, service, json);
    write_organisations(site, service, json);
    write_areas(site, service, json);
    write_audience(site, service, json);
    write_channel(site, service, json);
    write_offers(site, service, json);
    write_times(site, service, json);
    return json.end_object().take();
}

}  // namespace okienko::generator
