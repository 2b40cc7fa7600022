#pragma once

#include <string>
#include <string_view>

#include "generator/live_site.hpp"
#include "language/language.hpp"
#include "server/forms/form_state.hpp"
#include "server/outdated/outdated_form.hpp"

/// The pages of the form that reports a service sheet, drawn with the site's theme.
namespace okienko::server {

inline constexpr std::string_view kOutdatedSentAddress = "/zglos-nieaktualne/wyslane";

std::string outdated_page(const generator::LiveSite& live,
                          language::Language language,
                          const OutdatedForm& form,
                          const FormState& state);

/// Says that the report has come. `service` is the slug of a sheet to go back to; may be empty.
std::string outdated_sent_page(const generator::LiveSite& live,
                               language::Language language,
                               const std::string& case_number,
                               const std::string& service);

}  // namespace okienko::server
