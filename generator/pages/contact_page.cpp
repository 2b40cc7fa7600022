#include "generator/pages/contact_page.hpp"

#include "generator/form_addresses.hpp"
#include "generator/pages/contact_view.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/pages/place_view.hpp"
#include "generator/pages/text_rows.hpp"
#include "generator/structured_data/structured_data.hpp"

namespace okienko::generator {
namespace {

using language::Language;

constexpr std::string_view kAddress = "/kontakt/";

/// The centre's own card in the catalogue: where it is and whom to ask for what.
void set_card(View& view, const Site& site) {
    view.nothing("centre_place");
    std::vector<View> contacts;
    if (const auto* card = site.provider(site.settings().centre.provider)) {
        if (const auto* place = site.place(card->place)) {
            view.object("centre_place", place_row(*place, site, Language::Polish));
        }
        contacts = contact_rows(card->contacts, site, Language::Polish);
    }
    set_rows(view, "contacts", std::move(contacts));
}

/// The centre's phone, hours and addresses are in the frame of every page.
View contact_view(const Site& site) {
    const auto* written = site.content_at(kAddress);
    View view{Language::Polish};
    view.words("page_lead",
               written ? written->summary : site.words_in(Language::Polish)["contact_page.lead"]);
    view.html("page_html", written ? site.body(*written).html : std::string{});
    view.html("page_data_html", centre_data(site));
    view.value("form_url",
               site.settings().forms.contact ? std::string{kContactForm} : std::string{});
    set_card(view, site);
    return view;
}

}  // namespace

void add_contact_page(const Site& site, Pages& pages) {
    const auto& words = site.words_in(Language::Polish);
    const auto* written = site.content_at(kAddress);
    auto head = data_head(site,
                          std::string{kAddress},
                          written ? written->title : words["nav.contact"],
                          written ? written->summary : words["contact_page.lead"],
                          Section::Contact);
    if (written) head.updated_on = written->updated_on;
    pages.push_back(
        {.head = std::move(head), .template_name = "contact", .written = written, .body = [&site] {
             return contact_view(site);
         }});
}

}  // namespace okienko::generator
