#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>

#include "model/date.hpp"
#include "model/service.hpp"

/// What the list of services can be narrowed by. Domains and audiences are cards of the catalogue
/// with lists of their own; these groups are made of what service cards say.
namespace okienko::generator {

enum class ChoiceGroup { Domain, Audience, Age, Place, Fee, Day, Decision };

/// In the order in which pages show them.
inline constexpr std::array kChoiceGroups{ChoiceGroup::Domain,
                                          ChoiceGroup::Audience,
                                          ChoiceGroup::Age,
                                          ChoiceGroup::Place,
                                          ChoiceGroup::Fee,
                                          ChoiceGroup::Day,
                                          ChoiceGroup::Decision};

/// How addresses name the group: "wiek" in "/wybor/wiek/60-lat-i-wiecej/" and in "?wiek=…".
std::string_view slug_of(ChoiceGroup group);

// How addresses name what one may choose.
std::string_view slug_of(model::FeeMode mode);
std::string_view slug_of(model::DecisionMode mode);
std::string_view slug_of(std::chrono::weekday day);

/// "wiek/60-lat-i-wiecej": the key of a list of services.
std::string choice_key(ChoiceGroup group, std::string_view value);

/// Calls `add` with the key of every choice that finds the service on that day, except domains and
/// audiences, each once.
void for_each_choice(const model::Service& service,
                     model::Date today,
                     const std::function<void(std::string key)>& add);

}  // namespace okienko::generator
