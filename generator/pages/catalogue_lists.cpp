#include "generator/pages/catalogue_lists.hpp"

#include <algorithm>
#include <string>

namespace okienko::generator {
namespace {

using ServicesOf = const ServiceList& (Site::*)(std::string_view slug) const;

/// Cards that have services, in their order.
template <class Card, class Order>
std::vector<const Card*> published(const Site& site,
                                   const std::vector<Card>& cards,
                                   ServicesOf services,
                                   Order order) {
    std::vector<const Card*> found;
    for (const auto& card : cards) {
        if (!(site.*services)(card.slug).empty()) found.push_back(&card);
    }
    std::stable_sort(found.begin(), found.end(), [&](const Card* a, const Card* b) {
        return order(*a) < order(*b);
    });
    return found;
}

}  // namespace

std::vector<const model::Domain*> published_domains(const Site& site) {
    return published(site, site.domains(), &Site::services_of_domain, [](const auto& domain) {
        return domain.number;
    });
}

std::vector<const model::Audience*> published_audiences(const Site& site) {
    return published(site, site.audiences(), &Site::services_of_audience, [](const auto& audience) {
        return audience.order;
    });
}

std::vector<const model::Situation*> published_situations(const Site& site) {
    return published(
        site, site.situations(), &Site::services_of_situation, [](const auto& situation) {
            return situation.order;
        });
}

}  // namespace okienko::generator
