#include "generator/pages/catalogue_lists.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "language/collation.hpp"

namespace okienko::generator {
namespace {

template <class Card, class Index, class Order>
std::vector<const Card*> published(const std::vector<Card>& cards,
                                   const Index& services,
                                   Order order) {
    std::vector<const Card*> found;
    for (const auto& card : cards) {
        if (!Site::of(services, card.slug).empty()) found.push_back(&card);
    }
    std::stable_sort(found.begin(), found.end(), [&](const Card* a, const Card* b) {
        return order(*a) < order(*b);
    });
    return found;
}

}  // namespace

std::vector<const model::Domain*> published_domains(const Site& site) {
    return published(site.catalogue.domains, site.services_of_domain, [](const auto& domain) {
        return domain.number;
    });
}

std::vector<const model::Audience*> published_audiences(const Site& site) {
    return published(site.catalogue.audiences, site.services_of_audience, [](const auto& audience) {
        return audience.order;
    });
}

std::vector<const model::Situation*> published_situations(const Site& site) {
    return published(site.catalogue.situations,
                     site.services_of_situation,
                     [](const auto& situation) { return situation.order; });
}

std::vector<const model::Provider*> providers_by_name(const Site& site) {
    language::Collator collator{language::Language::Polish};
    std::vector<std::pair<std::string, const model::Provider*>> keyed;
    for (const auto& provider : site.catalogue.providers) {
        keyed.emplace_back(collator.sort_key(provider.name) + '\0' + provider.slug, &provider);
    }
    std::sort(keyed.begin(), keyed.end());
    std::vector<const model::Provider*> sorted;
    sorted.reserve(keyed.size());
    for (const auto& [key, provider] : keyed) sorted.push_back(provider);
    return sorted;
}

}  // namespace okienko::generator
