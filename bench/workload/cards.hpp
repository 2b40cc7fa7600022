#pragma once

#include <cstddef>
#include <string>

#include "model/catalogue.hpp"

/// Invented cards. The same number and the same surroundings give the same card.
namespace okienko::bench {

/// What the cards of a workload may refer to.
struct Surroundings {
    model::Catalogue dictionaries;  ///< Domains, audiences, situations, localities, programmes.
    std::size_t providers = 0;
    std::size_t places = 0;
};

/// Two or three hours, some days of a week or of a month; some of them with days that differ.
model::Schedule invented_schedule(std::size_t service, std::size_t index, const std::string& place);

model::Place invented_place(std::size_t number, const Surroundings& around);
model::Provider invented_provider(std::size_t number, const Surroundings& around);

/// Every field that a card must have, about 2 KB of description, and a sentence or two elsewhere.
model::Service invented_service(std::size_t number, const Surroundings& around);

std::string place_slug(std::size_t number);
std::string provider_slug(std::size_t number);

/// A UUID that counts: valid in form, and never the same twice.
std::string counted_uuid(char table, std::size_t number);

}  // namespace okienko::bench
