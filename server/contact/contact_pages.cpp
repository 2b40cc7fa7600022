#include "server/contact/contact_pages.hpp"

#include "generator/form_addresses.hpp"
#include "server/forms/form_view.hpp"

namespace okienko::server {
namespace {

using Need = FieldLook::Need;

constexpr FieldLook kSender{contact_field::kSender, "sender", "text", "name", true};
constexpr FieldLook kPhone{contact_field::kPhone, "phone", "tel", "tel", false, Need::OneOfTwo};
constexpr FieldLook kEmail{contact_field::kEmail, "email", "email", "email", false, Need::OneOfTwo};
constexpr FieldLook kHours{contact_field::kHours, "hours", "text", "off", true, Need::Optional};
constexpr FieldLook kSubject{contact_field::kSubject, "subject", "text", "off"};
constexpr FieldLook kText{contact_field::kText, "text", "area", "off", true};

}  // namespace

std::string contact_page(const generator::LiveSite& live,
                         language::Language language,
                         const ContactForm& form,
                         const FormState& state) {
    FormView parts{live, language, "contact_form", state};
    auto view = parts.begin(generator::kContactForm);
    view.value("form_service", form.service);
    view.list("about_matter", {parts.field(kSubject, form.subject), parts.field(kText, form.text)});
    view.list("about_you", {parts.field(kSender, form.sender)});
    view.list("about_answer",
              {parts.field(kPhone, form.phone),
               parts.field(kEmail, form.email),
               parts.field(kHours, form.hours)});
    if (form.pesel_meant) view.flag("asks_about_pesel", true);
    parts.set_clause(view, generator::ClauseCase::Contact);
    auto head = parts.head(generator::kContactForm, crumbs_of_contact(live.site(), language));
    return live.draw(head, "contact_form", view);
}

std::string contact_sent_page(const generator::LiveSite& live,
                              language::Language language,
                              const std::string& case_number) {
    return sent_page(live,
                     {.language = language,
                      .address = kContactSentAddress,
                      .words = "contact_sent",
                      .case_number = case_number,
                      .parents = crumbs_of_contact(live.site(), language),
                      .back = home_of(live.site(), language)});
}

}  // namespace okienko::server
