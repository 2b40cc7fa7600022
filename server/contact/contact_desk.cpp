#include "server/contact/contact_desk.hpp"

#include "generator/form_addresses.hpp"
#include "model/spoken_code.hpp"
#include "server/contact/contact_form.hpp"
#include "server/contact/contact_pages.hpp"
#include "server/forms/form_routes.hpp"
#include "server/forms/message_form.hpp"

namespace okienko::server {

using generator::in_language;
using generator::kContactForm;
using language::Language;

std::vector<Route> ContactDesk::routes() {
    return form_routes(*live_.get(),
                       {.form = kContactForm, .sent = kContactSentAddress},
                       {.show = [this](auto&&... asked) { return show_form(asked...); },
                        .take = [this](auto&&... asked) { return take(asked...); },
                        .show_sent = [this](auto&&... asked) { return show_sent(asked...); }});
}

Response ContactDesk::show_form(const Request& request, Language language) {
    auto live = live_.get();
    ContactForm form;
    auto slug = query_value(request, contact_field::kService);
    if (auto service = live->site().service(slug)) {
        form.service = slug;
        form.subject = service->name();
    }
    return private_page(200, contact_page(*live, language, form, gate_.fresh()));
}

Response ContactDesk::take(const Request& request, Language language) {
    auto live = live_.get();
    return gate_.take(request, [&](const FormFields& fields) {
        auto form = read_contact_form(fields);
        auto next = [language](const std::string& number) {
            return in_language(language, kContactSentAddress) + "?sprawa=" + number;
        };
        return sent_message<ContactForm>(
            {check_contact_form, contact_page}, form, live, language, tray_, next);
    });
}

Response ContactDesk::show_sent(const Request& request, Language language) {
    // The page prints what stands in the address.
    auto number = query_value(request, "sprawa");
    if (!model::is_case_number(number)) return see_other(in_language(language, kContactForm));
    return private_page(200, contact_sent_page(*live_.get(), language, number));
}

}  // namespace okienko::server
