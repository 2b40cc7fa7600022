#include <algorithm>

#include "generator/structured_data/nodes.hpp"
#include "generator/structured_data/structured_data.hpp"

namespace okienko::generator {
namespace {

void write_identifier(std::string_view register_name, std::string_view number, JsonText& json) {
    if (number.empty()) return;
    begin_node(json, "PropertyValue")
        .member("propertyID", register_name)
        .member("value", number)
        .end_object();
}

void write_contacts(const std::vector<model::Contact>& contacts, JsonText& json) {
    if (contacts.empty()) return;
    json.begin_array("contactPoint");
    for (const auto& contact : contacts) write_contact(contact, json);
    json.end_array();
}

void write_office_hours(const Settings& settings, JsonText& json) {
    if (settings.contact.hours.empty()) return;
    json.begin_array("openingHoursSpecification");
    for (const auto& hours : settings.contact.hours) {
        begin_node(json, "OpeningHoursSpecification");
        json.begin_array("dayOfWeek");
        for (auto day : hours.days) json.text(schema_day(day));
        json.end_array()
            .member("opens", model::to_iso(hours.opens))
            .member("closes", model::to_iso(hours.closes))
            .end_object();
    }
    json.end_array();
}

}  // namespace

std::string centre_data(const Site& site) {
    const auto& settings = site.settings();
    const auto& contact = settings.contact;
    JsonText json;
    begin_document(json, "GovernmentOrganization")
        .member("@id", absolute_url(site, "/#centrum"))
        .member("name", settings.centre.name)
        .member("alternateName", settings.centre.short_name)
        .member("description", settings.centre.tagline)
        .member("url", absolute_url(site, "/"))
        .member("telephone", contact.phone)
        .member("email", contact.email)
        .member("sameAs", contact.bip);
    begin_node(json.key("address"), "PostalAddress")
        .member("streetAddress", contact.street)
        .member("postalCode", contact.postal_code)
        .member("addressLocality", contact.city)
        .member("addressCountry", "PL")
        .end_object();
    begin_node(json.key("areaServed"), "AdministrativeArea")
        .member("name", settings.centre.municipality)
        .end_object();
    write_office_hours(settings, json);
    return json.end_object().take();
}

std::string provider_data(const Site& site, const model::Provider& provider) {
    auto url = absolute_url(site, provider_address(provider.slug));
    JsonText json;
    begin_document(json, schema_type(provider.kind))
        .member("@id", url + "#podmiot")
        .member("name", provider.name)
        .member("description", provider.summary)
        .member("url", url)
        .member("sameAs", provider.website)
        .member("email", provider.email)
        .member("taxID", provider.nip);
    if (!provider.regon.empty() || !provider.krs.empty()) {
        json.begin_array("identifier");
        write_identifier("REGON", provider.regon, json);
        write_identifier("KRS", provider.krs, json);
        json.end_array();
    }
    if (const auto* place = site.place(provider.place)) {
        json.key("location");
        write_place(*place, json);
        begin_node(json.key("address"), "PostalAddress")
            .member("streetAddress", model::street_line(*place))
            .member("postalCode", place->postal_code)
            .member("addressLocality", place->city)
            .member("addressCountry", "PL")
            .end_object();
    }
    write_contacts(provider.contacts, json);
    return json.end_object().take();
}

}  // namespace okienko::generator
