#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/checked.hpp"
#include "model/message.hpp"
#include "server/form_fields.hpp"
#include "server/forms/form_state.hpp"

/// What a reader says is not true on a service sheet.
namespace okienko::server {

/// The names of the fields, as a browser sends them.
namespace outdated_field {
inline constexpr std::string_view kService = "usluga";
inline constexpr std::string_view kWhat = "co";
inline constexpr std::string_view kText = "opis";
inline constexpr std::string_view kAnswer = "kontakt";  ///< A phone number or an e-mail address.
}  // namespace outdated_field

/// As it was typed, to be shown again whatever is wrong with it.
struct OutdatedForm {
    std::string service;
    std::vector<std::string> what;  ///< Names of model::OutdatedPart.
    std::string text;
    std::string answer;
    bool pesel_meant = false;
    bool operator==(const OutdatedForm&) const = default;
};

OutdatedForm read_outdated_form(const FormFields& fields);

/// The message, or everything that is wrong, in the order of the fields.
model::Checked<model::Message, FieldFault> check_outdated_form(const OutdatedForm& form);

}  // namespace okienko::server
