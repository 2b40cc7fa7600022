#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/json_text.hpp"
#include "generator/site.hpp"
#include "model/contact.hpp"
#include "model/place.hpp"
#include "model/provider.hpp"
#include "model/schedule.hpp"
#include "model/service.hpp"

/// Parts that the JSON-LD of several pages shares. Each writes one value, or members of the object
/// that is open.
namespace okienko::generator {

/// "https://cus.example.pl/kontakt/".
std::string absolute_url(const Site& site, std::string_view address);

/// Opens an object of that type.
JsonText& begin_node(JsonText& json, std::string_view type);
/// Opens the object that a page is about.
JsonText& begin_document(JsonText& json, std::string_view type);

/// Two capital letters would not do: schema.org wants "https://schema.org/Monday".
std::string_view schema_day(std::chrono::weekday day);

/// The centre as others refer to it: type, id, name and address of its home page.
void write_centre(const Site& site, JsonText& json);
/// A provider as others refer to it.
void write_provider(const Site& site, const model::Provider& provider, JsonText& json);
std::string_view schema_type(model::ProviderKind kind);

/// Place with its PostalAddress and, when known, coordinates.
void write_place(const model::Place& place, JsonText& json);
/// The members address and geo.
void write_address(const model::Place& place, JsonText& json);
/// ContactPoint.
void write_contact(const model::Contact& contact, JsonText& json);

/// The members hoursAvailable (of schedules that repeat every week) and subjectOf (Event: meetings
/// on a day, and those that repeat otherwise).
void write_times(const Site& site, const model::Service& service, JsonText& json);

}  // namespace okienko::generator
