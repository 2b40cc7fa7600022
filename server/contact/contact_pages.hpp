#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/live_site.hpp"
#include "language/language.hpp"
#include "server/contact/contact_form.hpp"

/// The pages of the contact form, drawn with the site's theme.
namespace okienko::server {

inline constexpr std::string_view kContactAddress = "/napisz";
inline constexpr std::string_view kSentAddress = "/napisz/wyslane";

/// Why a form comes back although its fields are right, as the group of the theme's words that
/// tells so: "contact_form.again". Nothing typed is lost.
enum class ContactNotice {
    None,
    SendAgain,    ///< The form is too old, came from another site, or too quickly for a person.
    TooMany,      ///< This visitor has sent several already.
    CannotStore,  ///< The machine fails.
};

struct ContactPage {
    language::Language language = language::Language::Polish;
    std::string token;
    ContactForm form;
    std::vector<FieldFault> faults;
    ContactNotice notice = ContactNotice::None;
};

std::string contact_page(const generator::LiveSite& live, const ContactPage& page);

/// Says that the message has come, and its number.
std::string sent_page(const generator::LiveSite& live,
                      language::Language language,
                      const std::string& case_number);

}  // namespace okienko::server
