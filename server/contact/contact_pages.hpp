#pragma once

#include <string>
#include <string_view>

#include "generator/live_site.hpp"
#include "language/language.hpp"
#include "server/contact/contact_form.hpp"
#include "server/forms/form_state.hpp"

/// The pages of the contact form, drawn with the site's theme.
namespace okienko::server {

inline constexpr std::string_view kContactSentAddress = "/napisz/wyslane";

std::string contact_page(const generator::LiveSite& live,
                         language::Language language,
                         const ContactForm& form,
                         const FormState& state);

/// Says that the message has come, and its number.
std::string contact_sent_page(const generator::LiveSite& live,
                              language::Language language,
                              const std::string& case_number);

}  // namespace okienko::server
