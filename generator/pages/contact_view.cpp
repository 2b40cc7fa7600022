#include "generator/pages/contact_view.hpp"

#include <algorithm>

#include "generator/markup.hpp"
#include "generator/pages/query_address.hpp"
#include "language/phones.hpp"

namespace okienko::generator {
namespace {

std::string extension_words(const model::Contact& contact, const Words& words) {
    if (contact.extension.empty()) return {};
    return words.format("phone.extension", {{"n", contact.extension}});
}

}  // namespace

View contact_row(const model::Contact& contact, const Site& site, const CardTexts& texts) {
    View row{texts.page()};
    texts.set(row, "contact_role", contact.role);
    row.value("contact_phone", language::phone_display(contact.phone));
    row.value("contact_phone_url",
              contact.phone.empty() ? std::string{}
                                    : language::phone_uri(contact.phone, contact.extension));
    row.words("contact_extension", extension_words(contact, site.words_in(texts.page())));
    row.value("contact_email", contact.email);
    row.html("contact_email_html", breakable_address(contact.email));
    row.value("contact_email_url", contact.email.empty() ? "" : "mailto:" + contact.email);
    texts.set(row, "contact_room", contact.room);
    texts.set(row, "contact_hours", contact.hours);
    return row;
}

std::vector<View> contact_rows(const std::vector<model::Contact>& contacts,
                               const Site& site,
                               const CardTexts& texts) {
    std::vector<View> rows;
    rows.reserve(contacts.size());
    for (const auto& contact : contacts) rows.push_back(contact_row(contact, site, texts));
    return rows;
}

void set_call(View& view,
              const std::vector<model::Contact>& contacts,
              const Site& site,
              const CardTexts& texts) {
    auto with_phone = std::find_if(contacts.begin(), contacts.end(), [](const auto& contact) {
        return !contact.phone.empty();
    });
    model::Contact centre;
    centre.phone = site.settings().contact.phone;
    const auto& contact = with_phone == contacts.end() ? centre : *with_phone;
    view.value("call_text", language::phone_display(contact.phone));
    view.value("call_url", language::phone_uri(contact.phone, contact.extension));
    view.words("call_extension", extension_words(contact, site.words_in(view.language())));
    texts.set(view, "call_role", contact.role);
}

std::string letter_address(std::string_view email, std::string_view subject) {
    return "mailto:" + std::string{email} + "?subject=" + parameter_text(subject);
}

}  // namespace okienko::generator
