#pragma once

#include <string>

#include "model/catalogue.hpp"

/// Cards as Hugo takes them: front matter in JSON with the keys of docs/reference/karta-uslugi.md.
namespace okienko::bench {

/// What is computed from dates is written down here, because Hugo's templates cannot: the next
/// meeting, the first day, the end and the cancelled days of each schedule; and the QR code.
std::string service_front_matter(const model::Service& service);

std::string provider_front_matter(const model::Provider& provider);
std::string domain_front_matter(const model::Domain& domain);
std::string audience_front_matter(const model::Audience& audience);
std::string situation_front_matter(const model::Situation& situation);

/// A schedule of a service.
std::string schedule_json(const model::Schedule& schedule);
/// The earliest next meeting of all schedules, or nothing.
std::string next_meeting_json(const model::Service& service);

std::string contact_json(const model::Contact& contact);

}  // namespace okienko::bench
