#include "generator/pages/domain_pages.hpp"

#include "generator/pages/catalogue_head.hpp"
#include "generator/pages/catalogue_lists.hpp"
#include "generator/pages/pagination.hpp"
#include "generator/pages/service_view.hpp"
#include "generator/pages/text_rows.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::Domain;

std::string number_words(const Domain& domain, const Words& words) {
    return words.format("domains_page.number", {{"n", std::to_string(domain.number)}});
}

View domain_row(const Site& site, const Domain& domain) {
    const auto& words = site.words_in(Language::Polish);
    auto count = site.services_of_domain(domain.slug).size();
    View row{Language::Polish};
    row.value("row_url", domain_address(domain.slug));
    row.words("row_name", domain.name);
    row.words("row_lead", domain.description);
    row.words("row_meta", words.count("count.services", static_cast<std::int64_t>(count)));
    return row;
}

View domains_body(const Site& site) {
    std::vector<View> rows;
    for (const auto* domain : published_domains(site)) rows.push_back(domain_row(site, *domain));
    View view{Language::Polish};
    set_rows(view, "entries", std::move(rows));
    return view;
}

View domain_body(const Site& site, const std::string& slug, std::size_t number) {
    const auto& words = site.words_in(Language::Polish);
    const auto& domain = *site.domain(slug);
    const auto& services = site.services_of_domain(slug);
    auto page = list_pages(services.size())[number - 1];
    View view{Language::Polish};
    view.words("lead", domain.description);
    view.words("domain_number", number_words(domain, words));
    view.words("list_count",
               words.count("count.services", static_cast<std::int64_t>(services.size())));
    set_rows(view, "services", service_rows(site, services_of(page, services)));
    set_pagination(view, domain_address(domain.slug), page, words);
    return view;
}

void add_domain(const Site& site, const Domain& domain, Pages& pages) {
    const auto& words = site.words_in(Language::Polish);
    auto address = domain_address(domain.slug);
    for (const auto& page : list_pages(site.services_of_domain(domain.slug).size())) {
        pages.push_back({.head = head_under(site,
                                            kDomainList,
                                            list_page_address(address, page.number),
                                            list_page_title(domain.name, page, words),
                                            domain.description),
                         .template_name = "domain",
                         .body = [&site, slug = domain.slug, number = page.number] {
                             return domain_body(site, slug, number);
                         }});
    }
}

}  // namespace

void add_domain_pages(const Site& site, Pages& pages) {
    pages.push_back({.head = head_of(site, kDomainList, "domains_page.title", "domains_page.lead"),
                     .template_name = "domains",
                     .body = [&site] { return domains_body(site); }});
    for (const auto* domain : published_domains(site)) add_domain(site, *domain, pages);
}

}  // namespace okienko::generator
