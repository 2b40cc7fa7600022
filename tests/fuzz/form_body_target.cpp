#include "language/utf8.hpp"
#include "model/identifiers.hpp"
#include "server/contact/contact_form.hpp"
#include "server/contact/contact_pages.hpp"
#include "server/feedback/feedback_form.hpp"
#include "server/feedback/feedback_pages.hpp"
#include "server/outdated/outdated_form.hpp"
#include "server/outdated/outdated_pages.hpp"
#include "tests/fuzz/demo_site.hpp"
#include "tests/fuzz/drawn_form.hpp"
#include "tests/fuzz/property.hpp"
#include "tests/fuzz/targets.hpp"

namespace okienko::fuzz {
namespace {

using language::Language;
using model::Message;
using server::FieldFault;
using server::FormFields;
using server::FormState;

/// A kind of form: how its fields are read, checked and drawn.
template <class Form>
struct FormKind {
    Form (*read)(const FormFields&);
    model::Checked<Message, FieldFault> (*check)(const Form&);
    std::string (*draw)(const generator::LiveSite&, Language, const Form&, const FormState&);
};

/// Nothing that a mail's head or a person's eye would stumble over.
void require_clean(const std::string& text, bool one_line) {
    require(language::is_valid_utf8(text), "what is kept is UTF-8", text);
    for (std::size_t at = 0; at < text.size();) {
        auto character = language::next_character(text, at);
        bool line_end = character == '\n' || character == '\t';
        require(line_end ? !one_line : !language::is_control(character),
                "what is kept has no control characters",
                text);
        require(!language::is_invisible(character), "what is kept can be seen", text);
    }
}

void require_right(const Message& message) {
    for (const auto* line :
         {&message.sender, &message.preferred_hours, &message.subject, &message.page}) {
        require_clean(*line, true);
    }
    require_clean(message.text, false);
    require(message.email.empty() || model::is_email(message.email), "an address is one");
    require(message.phone.empty() || model::is_phone(message.phone), "a number can be dialled");
    require(message.service.empty() || model::is_slug(message.service), "a service has a slug");
}

/// Whatever is wrong with it, a form comes back with all that was typed.
template <class Form>
void try_form(const FormFields& posted, const FormKind<Form>& kind) {
    auto form = kind.read(posted);
    auto checked = kind.check(form);
    FormState state{.token = "t"};
    if (checked.ok()) {
        require_right(checked.value());
    } else {
        state.faults = checked.problems();
    }
    auto page = kind.draw(*demo_site(), Language::Polish, form, state);
    auto body = sent_untouched(page);
    auto again = FormFields::read(body);
    require(again.has_value(), "a form of ours can be sent", body);
    // Whoever sends it once more after the warning means it.
    if (state.has_word("pesel")) form.pesel_meant = true;
    require(kind.read(*again) == form, "a form is drawn with what was typed", page);
}

}  // namespace

void try_form_body(std::string_view body) {
    auto posted = FormFields::read(body);
    if (!posted) return;
    try_form<server::ContactForm>(
        *posted, {server::read_contact_form, server::check_contact_form, server::contact_page});
    try_form<server::OutdatedForm>(
        *posted, {server::read_outdated_form, server::check_outdated_form, server::outdated_page});
    try_form<server::FeedbackForm>(
        *posted, {server::read_feedback_form, server::check_feedback_form, server::feedback_page});
}

}  // namespace okienko::fuzz
