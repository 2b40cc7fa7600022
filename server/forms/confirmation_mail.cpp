#include "server/forms/confirmation_mail.hpp"

#include "language/language.hpp"
#include "language/phones.hpp"

namespace okienko::server {

model::OutgoingMail confirmation_mail(const generator::LiveSite& live,
                                      const model::Message& message,
                                      const std::string& case_number) {
    auto language =
        language::language_from_code(message.language).value_or(language::Language::Polish);
    const auto& site = live.site();
    const auto& words = site.words_in(language);
    const auto& settings = site.settings();
    auto subject = words.format("contact_mail.subject", {{"number", case_number}});

    generator::View view{language};
    view.value("case_number", case_number);
    view.nothing("page_qr_html");
    generator::PageHead head;
    head.address = "/";
    head.title = subject;
    head.language = language;
    return {.recipient = message.email,
            .language = message.language,
            .subject = subject,
            .text = words.format("contact_mail.text",
                                 {{"number", case_number},
                                  {"phone", language::phone_display(settings.contact.phone)},
                                  {"centre", settings.centre.name},
                                  {"url", settings.site.url}}),
            .html = live.draw(head, "mail_received", view)};
}

}  // namespace okienko::server
