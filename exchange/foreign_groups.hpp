#pragma once

#include <optional>
#include <string>

#include "model/date.hpp"
#include "model/document.hpp"

/// Groups of somebody else's service, which say less than ours must: what is missing is put in, as
/// honestly as can be (docs/hsds-profile.md).
namespace okienko::exchange {

/// Before the objects of HSDS become cards. Amounts in other currencies and in words stay in the
/// note.
void complete_fee(model::Node& option);
void complete_document(model::Node& document);
void complete_capacity(model::Node& capacity);

/// Contacts of phones and the e-mail that stand on the object itself.
void add_loose_contacts(model::Node& object, model::Node::Array& contacts);

/// A schedule of ours needs days and hours; one that only speaks cannot become one. Answers why.
std::optional<std::string> complete_schedule(model::Node& schedule, model::Date today);

}  // namespace okienko::exchange
