#pragma once

#include <string>
#include <string_view>

#include "generator/live_site.hpp"
#include "language/language.hpp"
#include "server/feedback/feedback_form.hpp"
#include "server/forms/form_state.hpp"

/// The pages that ask whether a page was clear, drawn with the site's theme.
namespace okienko::server {

inline constexpr std::string_view kFeedbackSentAddress = "/opinia/wyslane";

/// The first question: one button for each score, so that nothing can be forgotten.
std::string feedback_score_page(const generator::LiveSite& live,
                                language::Language language,
                                const std::string& page);

/// The second one, which depends on the score.
std::string feedback_page(const generator::LiveSite& live,
                          language::Language language,
                          const FeedbackForm& form,
                          const FormState& state);

/// Thanks, and leads back to the page.
std::string feedback_sent_page(const generator::LiveSite& live,
                               language::Language language,
                               const std::string& page);

}  // namespace okienko::server
