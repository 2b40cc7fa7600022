#include "server/contact/contact_form.hpp"

#include "model/identifiers.hpp"
#include "server/forms/field_checks.hpp"

namespace okienko::server {
namespace {

namespace field = contact_field;

constexpr std::size_t kLongestSender = 80;
constexpr std::size_t kLongestLine = 120;
constexpr std::size_t kLongestText = 4000;

}  // namespace

ContactForm read_contact_form(const FormFields& fields) {
    auto service = fields.line(field::kService);
    return {.sender = fields.line(field::kSender),
            .phone = fields.line(field::kPhone),
            .email = fields.line(field::kEmail),
            .hours = fields.line(field::kHours),
            .subject = fields.line(field::kSubject),
            .service = model::is_slug(service) ? service : std::string{},
            .text = fields.text(field::kText),
            .pesel_meant = means_pesel(fields)};
}

model::Checked<model::Message, FieldFault> check_contact_form(const ContactForm& form) {
    FieldChecks checks;
    checks.need(field::kSubject, form.subject, "subject");
    checks.limit(field::kSubject, form.subject, kLongestLine, "subject");
    if (!form.pesel_meant) checks.no_pesel(field::kSubject, form.subject);
    checks.need(field::kText, form.text, "text");
    checks.limit(field::kText, form.text, kLongestText, "text");
    checks.few_links(field::kText, form.text);
    if (!form.pesel_meant) checks.no_pesel(field::kText, form.text);
    checks.need(field::kSender, form.sender, "sender");
    checks.limit(field::kSender, form.sender, kLongestSender, "sender");
    if (!form.pesel_meant) checks.no_pesel(field::kSender, form.sender);
    if (form.phone.empty() && form.email.empty()) checks.fault(field::kPhone, "answer_missing");
    checks.phone(field::kPhone, form.phone);
    checks.email(field::kEmail, form.email);
    checks.limit(field::kHours, form.hours, kLongestLine, "hours");
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
