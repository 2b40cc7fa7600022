#include "exchange/known_cards.hpp"

#include <algorithm>
#include <cctype>

#include "exchange/name_uuid.hpp"
#include "model/identifiers.hpp"

namespace okienko::exchange {

KnownCards::KnownCards(const model::Catalogue& the_catalogue,
                       const ImportSettings& the_settings,
                       model::Date the_day)
    : catalogue(the_catalogue),
      settings(the_settings),
      today(the_day),
      domains(the_catalogue.domains),
      audiences(the_catalogue.audiences),
      situations(the_catalogue.situations),
      localities(the_catalogue.localities),
      programmes(the_catalogue.programmes),
      places(the_catalogue.places),
      providers(the_catalogue.providers),
      services(the_catalogue.services) {
    for (const auto& translation : the_catalogue.service_translations) {
        for (const auto& text : translation.texts) {
            model::ServiceText known{translation.service, translation.language, text};
            service_texts.emplace(identity(known), known);
        }
    }
}

std::string KnownCards::uuid_of(std::string_view kind, std::string_view source_id) const {
    std::string lower{source_id};
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    if (model::is_uuid(lower)) return lower;
    auto key = std::string{kind} + "/" + std::string{source_id};
    auto known = ids_of_sources.find(key);
    return known == ids_of_sources.end() ? name_uuid("source/" + key) : known->second;
}

}  // namespace okienko::exchange
