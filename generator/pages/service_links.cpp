#include "generator/pages/service_links.hpp"

#include <algorithm>

#include "generator/pages/text_rows.hpp"

namespace okienko::generator {

void set_service_links(View& view, const Site& site, const ServiceList& services) {
    auto shown = std::min(services.size(), kMostServiceLinks);
    std::vector<View> rows;
    rows.reserve(shown);
    for (std::size_t i = 0; i < shown; ++i) {
        View row{view.language()};
        row.value("linked_address", service_address(services[i].slug()));
        row.words("linked_title", services[i].name());
        rows.push_back(std::move(row));
    }
    auto more = static_cast<std::int64_t>(services.size() - shown);
    set_rows(view, "service_links", std::move(rows));
    view.words("more_services",
               more == 0 ? std::string{}
                         : site.words_in(view.language()).count("service_links.more", more));
}

}  // namespace okienko::generator
