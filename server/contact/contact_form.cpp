#include "server/contact/contact_form.hpp"

#include "model/identifiers.hpp"
#include "server/forms/field_checks.hpp"

namespace okienko::server {
namespace {

constexpr std::size_t kLongestSender = 80;
constexpr std::size_t kLongestLine = 120;
constexpr std::size_t kLongestMessage = 4000;

}  // namespace

ContactForm read_contact_form(const FormFields& fields) {
    auto service = fields.line(contact_field::kService);
    return {.sender = fields.line(contact_field::kSender),
            .phone = fields.line(contact_field::kPhone),
            .email = fields.line(contact_field::kEmail),
            .hours = fields.line(contact_field::kHours),
            .subject = fields.line(contact_field::kSubject),
            .service = model::is_slug(service) ? service : std::string{},
            .text = fields.text(contact_field::kText),
            .pesel_meant = means_pesel(fields)};
}

model::Checked<model::Message, FieldFault> check_contact_form(const ContactForm& form) {
    FieldChecks checks;
    checks.need(contact_field::kSubject, form.subject, "subject");
    checks.limit(contact_field::kSubject, form.subject, kLongestLine, "subject");
    if (!form.pesel_meant) checks.no_pesel(contact_field::kSubject, form.subject);
    checks.need(contact_field::kText, form.text, "text");
    checks.limit(contact_field::kText, form.text, kLongestMessage, "text");
    checks.few_links(contact_field::kText, form.text);
    if (!form.pesel_meant) checks.no_pesel(contact_field::kText, form.text);
    checks.need(contact_field::kSender, form.sender, "sender");
    checks.limit(contact_field::kSender, form.sender, kLongestSender, "sender");
    if (!form.pesel_meant) checks.no_pesel(contact_field::kSender, form.sender);
    if (form.phone.empty() && form.email.empty())
        checks.fault(contact_field::kPhone, "answer_missing");
    checks.phone(contact_field::kPhone, form.phone);
    checks.email(contact_field::kEmail, form.email);
    checks.limit(contact_field::kHours, form.hours, kLongestLine, "hours");
    if (!checks.all_right()) return checks.take();
    return model::Message{.sender = form.sender,
                          .phone = dialled(form.phone),
                          .email = form.email,
                          .preferred_hours = form.hours,
                          .subject = form.subject,
                          .service = form.service,
                          .text = form.text};
}

}  // namespace okienko::server
