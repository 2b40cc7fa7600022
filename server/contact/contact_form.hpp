#pragma once

#include <string>
#include <string_view>

#include "model/checked.hpp"
#include "model/message.hpp"
#include "server/form_fields.hpp"
#include "server/forms/form_state.hpp"

/// What a resident types into the contact form, and whether it is a message.
namespace okienko::server {

/// The names of the fields, as a browser sends them.
namespace contact_field {
inline constexpr std::string_view kSender = "imie";
inline constexpr std::string_view kPhone = "telefon";
inline constexpr std::string_view kEmail = "email";
inline constexpr std::string_view kHours = "godziny";
inline constexpr std::string_view kSubject = "temat";
inline constexpr std::string_view kService = "usluga";
inline constexpr std::string_view kText = "wiadomosc";
}  // namespace contact_field

/// As it was typed, to be shown again whatever is wrong with it.
struct ContactForm {
    std::string sender;
    std::string phone;
    std::string email;
    std::string hours;
    std::string subject;
    std::string service;
    std::string text;
    bool pesel_meant = false;
    bool operator==(const ContactForm&) const = default;
};

ContactForm read_contact_form(const FormFields& fields);

/// The message, or everything that is wrong, in the order of the fields. A PESEL is a fault until
/// the sender has seen the warning and means it.
model::Checked<model::Message, FieldFault> check_contact_form(const ContactForm& form);

}  // namespace okienko::server
