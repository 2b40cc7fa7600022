#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/choices.hpp"
#include "generator/site.hpp"

/// The choices that find at least one service, as pages show them. The catalogue is Polish.
namespace okienko::generator {

struct ShownChoice {
    std::string value;  ///< In addresses.
    std::string name;
    std::string address;  ///< Of the list of the services that it finds.
    const ServiceList* services = nullptr;
};

struct ShownGroup {
    ChoiceGroup group{};
    std::string name;
    std::vector<ShownChoice> choices;
};

/// One group; without a choice when no service has it.
ShownGroup shown_group(const Site& site, ChoiceGroup group);

/// All groups that have choices, in order.
std::vector<ShownGroup> shown_groups(const Site& site);

/// The services of a choice, whatever its group.
const ServiceList& services_of_choice(const Site& site, ChoiceGroup group, std::string_view value);

/// "/wybor/wiek/60-lat-i-wiecej/"; domains and audiences have pages of their own. No service and no
/// other page can take an address under /wybor/.
std::string choice_address(ChoiceGroup group, std::string_view value);

}  // namespace okienko::generator
