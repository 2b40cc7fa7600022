#include "server/outdated/outdated_desk.hpp"

#include "generator/form_addresses.hpp"
#include "model/spoken_code.hpp"
#include "server/forms/form_routes.hpp"
#include "server/forms/message_form.hpp"
#include "server/outdated/outdated_form.hpp"
#include "server/outdated/outdated_pages.hpp"

namespace okienko::server {

using generator::in_language;
using generator::kOutdatedForm;
using language::Language;

std::vector<Route> OutdatedDesk::routes() {
    return form_routes(*live_.get(),
                       {.form = kOutdatedForm, .sent = kOutdatedSentAddress},
                       {.show = [this](auto&&... asked) { return show_form(asked...); },
                        .take = [this](auto&&... asked) { return take(asked...); },
                        .show_sent = [this](auto&&... asked) { return show_sent(asked...); }});
}

Response OutdatedDesk::show_form(const Request& request, Language language) {
    auto live = live_.get();
    OutdatedForm form;
    auto slug = query_value(request, outdated_field::kService);
    if (live->site().service(slug)) form.service = slug;
    return private_page(200, outdated_page(*live, language, form, gate_.fresh()));
}

Response OutdatedDesk::take(const Request& request, Language language) {
    auto live = live_.get();
    return gate_.take(request, [&](const FormFields& fields) {
        auto form = read_outdated_form(fields);
        auto next = [language, form](const std::string& number) {
            return in_language(language, kOutdatedSentAddress) + "?sprawa=" + number +
                   "&usluga=" + form.service;
        };
        return sent_message<OutdatedForm>(
            {check_outdated_form, outdated_page}, form, live, language, tray_, next);
    });
}

Response OutdatedDesk::show_sent(const Request& request, Language language) {
    auto number = query_value(request, "sprawa");
    if (!model::is_case_number(number)) return see_other(in_language(language, kOutdatedForm));
    auto service = query_value(request, outdated_field::kService);
    return private_page(200, outdated_sent_page(*live_.get(), language, number, service));
}

}  // namespace okienko::server
