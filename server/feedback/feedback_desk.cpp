#include "server/feedback/feedback_desk.hpp"

#include "generator/form_addresses.hpp"
#include "server/feedback/feedback_form.hpp"
#include "server/feedback/feedback_pages.hpp"
#include "server/forms/form_routes.hpp"
#include "server/forms/message_form.hpp"

namespace okienko::server {
namespace {

/// What the address says of the page and its score.
FeedbackForm asked_for(const Request& request) {
    auto query = FormFields::read(request.query);
    return query ? read_feedback_form(*query) : FeedbackForm{};
}

}  // namespace

using generator::in_language;
using generator::kFeedbackForm;
using language::Language;

std::vector<Route> FeedbackDesk::routes() {
    return form_routes(*live_.get(),
                       {.form = kFeedbackForm, .sent = kFeedbackSentAddress},
                       {.show = [this](auto&&... asked) { return show_form(asked...); },
                        .take = [this](auto&&... asked) { return take(asked...); },
                        .show_sent = [this](auto&&... asked) { return show_sent(asked...); }});
}

Response FeedbackDesk::show_form(const Request& request, Language language) {
    auto live = live_.get();
    auto asked = asked_for(request);
    if (!asked.score) return private_page(200, feedback_score_page(*live, language, asked.page));
    FeedbackForm form{.page = asked.page, .score = asked.score, .why = {}, .text = {}};
    return private_page(200, feedback_page(*live, language, form, gate_.fresh()));
}

Response FeedbackDesk::take(const Request& request, Language language) {
    auto live = live_.get();
    return gate_.take(request, [&](const FormFields& fields) {
        auto form = read_feedback_form(fields);
        auto next = [language, form](const std::string& /*number*/) {
            return in_language(language, kFeedbackSentAddress) + "?strona=" + form.page;
        };
        return sent_message<FeedbackForm>(
            {check_feedback_form, feedback_page}, form, live, language, tray_, next);
    });
}

Response FeedbackDesk::show_sent(const Request& request, Language language) {
    return private_page(200, feedback_sent_page(*live_.get(), language, asked_for(request).page));
}

}  // namespace okienko::server
