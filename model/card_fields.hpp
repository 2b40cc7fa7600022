#pragma once

#include <span>

#include "model/field.hpp"

/// The fields of every card of the catalogue, each named once, in the order in which a card is
/// written. docs/reference/karta-uslugi.md describes them for people; a test compares the two.
namespace okienko::model {

std::span<const Field> service_fields();
std::span<const Field> provider_fields();
std::span<const Field> place_fields();

/// The dictionaries and tables that are one file each: the file holds one list of groups.
std::span<const Field> domains_file_fields();
std::span<const Field> audiences_file_fields();
std::span<const Field> situations_file_fields();
std::span<const Field> localities_file_fields();
std::span<const Field> programmes_file_fields();
std::span<const Field> indicators_file_fields();
std::span<const Field> budget_file_fields();
std::span<const Field> documents_file_fields();

}  // namespace okienko::model
