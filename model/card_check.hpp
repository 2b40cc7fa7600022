#pragma once

#include <vector>

#include "model/card_rules.hpp"
#include "model/catalogue.hpp"

/// Rules within one card that its form cannot express. They hold for a card from a file and for a
/// row of the database alike; the caller knows where the card stands.
namespace okienko::model {

std::vector<FieldProblem> check_service(const Service& service);
std::vector<FieldProblem> check_provider(const Provider& provider);
std::vector<FieldProblem> check_place(const Place& place);
std::vector<FieldProblem> check_programme(const Programme& programme);

}  // namespace okienko::model
