#include "server/outdated/outdated_form.hpp"

#include "model/identifiers.hpp"
#include "server/forms/field_checks.hpp"
#include "server/forms/form_view.hpp"

namespace okienko::server {
namespace {

constexpr std::size_t kLongestReport = 2000;

bool looks_like_email(const std::string& answer) {
    return answer.find('@') != std::string::npos;
}

}  // namespace

OutdatedForm read_outdated_form(const FormFields& fields) {
    auto service = fields.line(outdated_field::kService);
    return {
        .service = model::is_slug(service) ? service : std::string{},
        .what = ticked(fields, outdated_field::kWhat, model::Choice<model::OutdatedPart>::kNames),
        .text = fields.text(outdated_field::kText),
        .answer = fields.line(outdated_field::kAnswer),
        .pesel_meant = means_pesel(fields)};
}

model::Checked<model::Message, FieldFault> check_outdated_form(const OutdatedForm& form) {
    FieldChecks checks;
    if (form.what.empty() && form.text.empty()) checks.fault(outdated_field::kWhat, "what_missing");
    checks.limit(outdated_field::kText, form.text, kLongestReport, "text");
    checks.few_links(outdated_field::kText, form.text);
    if (!form.pesel_meant) checks.no_pesel(outdated_field::kText, form.text);
    bool by_email = looks_like_email(form.answer);
    if (by_email) {
        checks.email(outdated_field::kAnswer, form.answer);
    } else {
        checks.phone(outdated_field::kAnswer, form.answer);
    }
    if (!checks.all_right()) return checks.take();
    return model::Message{.kind = model::MessageKind::Outdated,
                          .phone = by_email ? std::string{} : dialled(form.answer),
                          .email = by_email ? form.answer : std::string{},
                          .service = form.service,
                          .text = form.text,
                          .reasons = form.what};
}

}  // namespace okienko::server
