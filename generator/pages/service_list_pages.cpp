#include "generator/pages/service_list_pages.hpp"

#include <algorithm>

#include "generator/pages/catalogue_head.hpp"
#include "generator/pages/catalogue_lists.hpp"
#include "generator/pages/choice_panel.hpp"
#include "generator/pages/service_view.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/numbers.hpp"

namespace okienko::generator {
namespace {

using language::Language;

/// The most services of one domain on the page of all.
constexpr std::size_t kMostInGroup = 20;

View group_row(const Site& site, const model::Domain& domain, const ServiceList& services) {
    const auto& words = site.words_in(Language::Polish);
    View row{Language::Polish};
    row.value("group_id", domain.slug);
    row.value("group_anchor", "#" + domain.slug);
    row.words("group_name", domain.name);
    row.words("group_lead", domain.description);
    row.value("group_url", domain_address(domain.slug));
    auto count = static_cast<std::int64_t>(services.size());
    row.words("group_count", words.count("count.services", count));
    bool cut = services.size() > kMostInGroup;
    auto shown = ServiceList{
        services.begin(),
        services.begin() + static_cast<std::ptrdiff_t>(std::min(services.size(), kMostInGroup))};
    row.words("group_more",
              cut ? words.format(
                        "services_page.more_in_domain",
                        {{"name", domain.name}, {"n", language::number(count, Language::Polish)}})
                  : std::string{});
    row.list("services", service_rows(site, shown));
    return row;
}

View service_list_body(const Site& site) {
    View view{Language::Polish};
    std::vector<View> groups;
    for (const auto* domain : published_domains(site)) {
        const auto& services = site.services_of_domain(domain->slug);
        groups.push_back(group_row(site, *domain, services));
    }
    set_rows(view, "groups", std::move(groups));
    set_choice_panel(view, site);
    return view;
}

}  // namespace

void add_service_list_pages(const Site& site, Pages& pages) {
    pages.push_back(
        {.head = head_of(site, kServiceList, "services_page.title", "services_page.lead"),
         .template_name = "services",
         .body = [&site] { return service_list_body(site); }});
}

}  // namespace okienko::generator
