#include "generator/pages/provider_pages.hpp"

#include "generator/markup.hpp"
#include "generator/pages/card_text.hpp"
#include "generator/pages/catalogue_head.hpp"
#include "generator/pages/catalogue_lists.hpp"
#include "generator/pages/contact_view.hpp"
#include "generator/pages/pagination.hpp"
#include "generator/pages/phrases.hpp"
#include "generator/pages/place_view.hpp"
#include "generator/pages/service_view.hpp"
#include "generator/pages/text_rows.hpp"
#include "generator/structured_data/structured_data.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::Provider;

View provider_row(const Site& site, const Provider& provider) {
    const auto& words = site.words_in(Language::Polish);
    auto count = site.services_of_provider(provider.slug).size();
    View row{Language::Polish};
    row.value("row_url", provider_address(provider.slug));
    row.words("row_name", provider.name);
    row.words("row_lead", provider.summary);
    auto meta = words.label("provider_kind", provider.kind);
    if (count > 0) {
        meta +=
            words["list.comma"] + words.count("count.services", static_cast<std::int64_t>(count));
    }
    row.words("row_meta", meta);
    return row;
}

View providers_body(const Site& site, std::size_t number) {
    const auto& providers = site.providers();
    auto page = list_pages(providers.size())[number - 1];
    std::vector<View> rows;
    for (std::size_t i = page.first; i < page.first + page.count; ++i) {
        rows.push_back(provider_row(site, *providers[i]));
    }
    View view{Language::Polish};
    set_rows(view, "entries", std::move(rows));
    view.value("submit_url", site.settings().forms.submissions ? "/zglos-usluge" : "");
    set_pagination(view, std::string{kProviderList.address}, page, site.words_in(Language::Polish));
    return view;
}

std::vector<View> activity_rows(const Site& site, const Provider& provider) {
    std::vector<View> rows;
    for (const auto& slug : provider.activity_domains) {
        const auto* domain = site.domain(slug);
        if (!domain) continue;
        // A domain without services has no page to lead to.
        bool has_page = !site.services_of_domain(slug).empty();
        View row{Language::Polish};
        row.words("activity_name", domain->name);
        row.value("activity_url", has_page ? domain_address(slug) : std::string{});
        rows.push_back(std::move(row));
    }
    return rows;
}

void set_identity(View& view, const Site& site, const Provider& provider) {
    const auto& words = site.words_in(Language::Polish);
    view.words("provider_kind", words.label("provider_kind", provider.kind));
    view.words("legal_form", provider.legal_form);
    view.value("nip", provider.nip);
    view.value("regon", provider.regon);
    view.value("krs", provider.krs);
    view.value("website_url", provider.website);
    view.html("website_html", breakable_address(provider.website));
    view.value("provider_email", provider.email);
    view.html("provider_email_html", breakable_address(provider.email));
    view.value("provider_email_url", provider.email.empty() ? "" : "mailto:" + provider.email);
    view.words("verified_text",
               words.format("providers_page.verified",
                            {{"date", date_words(provider.verified_on, words)}}));
    // The page tells itself when it was checked, so the frame's date stays out.
    view.nothing("page_updated");
}

void set_seat(View& view, const Site& site, const Provider& provider) {
    view.nothing("seat");
    if (const auto* place = site.place(provider.place)) {
        view.object("seat", place_row(*place, site, Language::Polish));
    }
}

/// The whole profile stands on the first page; further pages only continue the list of services.
View provider_body(const Site& site, const std::string& slug, std::size_t number) {
    const auto& provider = *site.provider(slug);
    const auto& services = site.services_of_provider(slug);
    auto page = list_pages(services.size())[number - 1];
    View view{Language::Polish};
    view.flag("is_first_page", page.number == 1);
    if (page.number == 1) view.html("page_data_html", provider_data(site, provider));
    view.words("lead", provider.summary);
    view.html("profile_html",
              card_html(site, {"provider", provider.slug, "profile"}, provider.profile, "profil-"));
    set_identity(view, site, provider);
    set_seat(view, site, provider);
    set_rows(view, "activity", activity_rows(site, provider));
    set_rows(view, "contacts", contact_rows(provider.contacts, site, Language::Polish));
    set_rows(view, "services", service_rows(site, services_of(page, services)));
    set_pagination(view, provider_address(provider.slug), page, site.words_in(Language::Polish));
    return view;
}

PageHead provider_head(const Site& site, const Provider& provider, const ListPage& page) {
    auto head = head_under(site,
                           kProviderList,
                           list_page_address(provider_address(provider.slug), page.number),
                           list_page_title(provider.name, page, site.words_in(Language::Polish)),
                           provider.summary);
    head.updated_on = provider.verified_on;
    return head;
}

void add_provider(const Site& site, const Provider& provider, Pages& pages) {
    const auto& services = site.services_of_provider(provider.slug);
    for (const auto& page : list_pages(services.size())) {
        pages.push_back({.head = provider_head(site, provider, page),
                         .template_name = "provider",
                         .body = [&site, slug = provider.slug, number = page.number] {
                             return provider_body(site, slug, number);
                         }});
    }
}

}  // namespace

void add_provider_pages(const Site& site, Pages& pages) {
    const auto& words = site.words_in(Language::Polish);
    for (const auto& page : list_pages(site.providers().size())) {
        auto head = head_of(site, kProviderList, "providers_page.title", "providers_page.lead");
        head.address = list_page_address(head.address, page.number);
        head.title = list_page_title(head.title, page, words);
        pages.push_back(
            {.head = std::move(head),
             .template_name = "providers",
             .body = [&site, number = page.number] { return providers_body(site, number); }});
    }
    for (const auto* provider : site.providers()) add_provider(site, *provider, pages);
}

}  // namespace okienko::generator
