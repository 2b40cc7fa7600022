#include "generator/pages/service_pages.hpp"

#include <memory>

#include "generator/pages/catalogue_head.hpp"
#include "generator/pages/service_sheet.hpp"

namespace okienko::generator {
namespace {

PageHead service_head(const Site& site, const model::Service& service) {
    auto head = head_under(
        site, kServiceList, service_address(service.slug), service.name, service.summary);
    head.updated_on = service.verified_on;
    return head;
}

}  // namespace

void add_service_pages(const Site& site, Pages& pages) {
    auto documents = std::make_shared<const DocumentIndex>(site);
    for (const auto* service : site.services_by_name) {
        pages.push_back({.head = service_head(site, *service),
                         .template_name = "service",
                         .source = "service " + service->slug,
                         .body = [&site, documents, service] {
                             return service_sheet(site, *documents, *service);
                         }});
    }
}

}  // namespace okienko::generator
