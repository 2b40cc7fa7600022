#include "bench/workload/catalogue.hpp"

#include <stdexcept>

#include "bench/workload/cards.hpp"
#include "db/card_folder.hpp"

namespace okienko::bench {
namespace {

/// What the demonstration says of the municipality, without its services.
model::Catalogue dictionaries_of(const std::filesystem::path& share) {
    auto demo = db::read_card_folder(share / "db/demo", "db/demo");
    if (!demo.ok()) throw std::runtime_error{"db/demo has mistakes; run okienko check"};
    auto& cards = demo.value();
    model::Catalogue dictionaries;
    dictionaries.domains = std::move(cards.domains);
    dictionaries.audiences = std::move(cards.audiences);
    dictionaries.situations = std::move(cards.situations);
    dictionaries.localities = std::move(cards.localities);
    dictionaries.programmes = std::move(cards.programmes);
    for (auto& programme : dictionaries.programmes) programme.document.clear();
    return dictionaries;
}

}  // namespace

model::Catalogue invented_catalogue(std::size_t services, const std::filesystem::path& share) {
    Surroundings around{dictionaries_of(share), services / 10 + 2, services / 20 + 3};
    auto catalogue = around.dictionaries;
    for (std::size_t i = 0; i < around.places; ++i) {
        catalogue.places.push_back(invented_place(i, around));
    }
    for (std::size_t i = 0; i < around.providers; ++i) {
        catalogue.providers.push_back(invented_provider(i, around));
    }
    for (std::size_t i = 0; i < services; ++i) {
        catalogue.services.push_back(invented_service(i, around));
    }
    return catalogue;
}

}  // namespace okienko::bench
