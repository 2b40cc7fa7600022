#pragma once

#include <string>
#include <vector>

#include "bench/workload/json.hpp"
#include "model/catalogue.hpp"

/// What the list of services is narrowed by, as taxonomies of Hugo: /wybor/<group>/<value>/.
/// Domains and audiences are taxonomies of their own.
namespace okienko::bench {

/// A term: its page has `front_matter`.
struct HugoChoice {
    std::string group;
    std::string value;
    std::string front_matter;
    std::size_t services = 0;
};

/// Every choice that finds something, in the order in which pages show them.
std::vector<HugoChoice> choices(const model::Catalogue& catalogue);

/// Puts the service under its choices.
void add_choices(JsonObject& card, const model::Service& service);

}  // namespace okienko::bench
