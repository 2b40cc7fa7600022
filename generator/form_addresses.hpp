#pragma once

#include <string>
#include <string_view>

#include "generator/site.hpp"
#include "language/language.hpp"

/// Where the forms of the server are: pages of the site link to them when the centre's settings
/// say that there are any.
namespace okienko::generator {

inline constexpr std::string_view kContactForm = "/napisz";
inline constexpr std::string_view kOutdatedForm = "/zglos-nieaktualne";
inline constexpr std::string_view kFeedbackForm = "/opinia";

/// The form that reports what is not true on the sheet of a service.
inline std::string outdated_form_url(language::Language language, std::string_view service_slug) {
    return in_language(language, kOutdatedForm) + "?usluga=" + std::string{service_slug};
}

/// The form that asks whether a page is clear. `page` is its path, which needs no escapes.
inline std::string feedback_form_url(language::Language language, std::string_view page) {
    return in_language(language, kFeedbackForm) + "?strona=" + std::string{page};
}

}  // namespace okienko::generator
