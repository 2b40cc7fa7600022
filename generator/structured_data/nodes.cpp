#include "generator/structured_data/nodes.hpp"

#include <array>

namespace okienko::generator {

std::string absolute_url(const Site& site, std::string_view address) {
    return site.settings().site.url + std::string{address};
}

JsonText& begin_node(JsonText& json, std::string_view type) {
    return json.begin_object().member("@type", type);
}

JsonText& begin_document(JsonText& json, std::string_view type) {
    return json.begin_object().member("@context", "https://schema.org").member("@type", type);
}

std::string_view schema_day(std::chrono::weekday day) {
    static constexpr std::array<std::string_view, 7> kDays{"https://schema.org/Sunday",
                                                           "https://schema.org/Monday",
                                                           "https://schema.org/Tuesday",
                                                           "https://schema.org/Wednesday",
                                                           "https://schema.org/Thursday",
                                                           "https://schema.org/Friday",
                                                           "https://schema.org/Saturday"};
    return kDays.at(day.c_encoding());
}

void write_centre(const Site& site, JsonText& json) {
    begin_node(json, "GovernmentOrganization")
        .member("@id", absolute_url(site, "/#centrum"))
        .member("name", site.settings().centre.name)
        .member("url", absolute_url(site, "/"))
        .end_object();
}

std::string_view schema_type(model::ProviderKind kind) {
    switch (kind) {
        case model::ProviderKind::PublicUnit:
            return "GovernmentOrganization";
        case model::ProviderKind::Ngo:
            return "NGO";
        case model::ProviderKind::Healthcare:
            return "MedicalOrganization";
        case model::ProviderKind::SocialEnterprise:
        case model::ProviderKind::Business:
            break;
    }
    return "Organization";
}

void write_provider(const Site& site, const model::Provider& provider, JsonText& json) {
    auto address = provider_address(provider.slug);
    begin_node(json, schema_type(provider.kind))
        .member("@id", absolute_url(site, address + "#podmiot"))
        .member("name", provider.name)
        .member("url", absolute_url(site, address))
        .end_object();
}

void write_address(const model::Place& place, JsonText& json) {
    begin_node(json.key("address"), "PostalAddress")
        .member("streetAddress", model::street_line(place))
        .member("postalCode", place.postal_code)
        .member("addressLocality", place.city)
        .member("addressCountry", "PL")
        .end_object();
    if (!place.latitude || !place.longitude) return;
    begin_node(json.key("geo"), "GeoCoordinates");
    json.key("latitude").number(*place.latitude);
    json.key("longitude").number(*place.longitude);
    json.end_object();
}

void write_place(const model::Place& place, JsonText& json) {
    begin_node(json, "Place").member("name", place.name);
    write_address(place, json);
    json.end_object();
}

void write_contact(const model::Contact& contact, JsonText& json) {
    auto phone = contact.phone;
    if (!phone.empty() && !contact.extension.empty()) phone += ";ext=" + contact.extension;
    begin_node(json, "ContactPoint")
        .member("contactType", contact.role)
        .member("telephone", phone)
        .member("email", contact.email)
        .end_object();
}

}  // namespace okienko::generator
