#include "generator/pages/service_pages.hpp"

#include "generator/pages/catalogue_head.hpp"
#include "generator/pages/service_sheet.hpp"
#include "generator/structured_data/structured_data.hpp"

namespace okienko::generator {
namespace {

PageHead service_head(const Site& site, const model::Service& service) {
    auto head = head_under(
        site, kServiceList, service_address(service.slug), service.name, service.summary);
    head.updated_on = service.verified_on;
    return head;
}

View service_body(const Site& site, const model::Service& service) {
    auto view = service_sheet(site, service);
    view.html("page_data_html", service_data(site, service));
    return view;
}

}  // namespace

void add_service_pages(const Site& site, Pages& pages) {
    for (const auto& service : site.services()) {
        pages.push_back({.head = {service_address(service.slug()),
                                  [&site, service] { return service_head(site, service.card()); }},
                         .template_name = "service",
                         .source = "service " + service.slug(),
                         .body = [&site, service] { return service_body(site, service.card()); }});
    }
}

}  // namespace okienko::generator
