#pragma once

#include <algorithm>
#include <string>

#include "model/card_writer.hpp"
#include "model/catalogue.hpp"
#include "server/submission/dossier.hpp"

namespace okienko::server {

/// A service of the catalogue and its provider, as a submission holds them.
inline Dossier published_dossier(const model::Catalogue& catalogue, const std::string& slug) {
    const auto& service = *std::ranges::find(catalogue.services, slug, &model::Service::slug);
    const auto& provider =
        *std::ranges::find(catalogue.providers, service.provider, &model::Provider::slug);
    Dossier dossier;
    dossier.provider = cells_of(model::card_node(provider), fields_of(CardKind::Provider));
    dossier.services.push_back(cells_of(model::card_node(service), fields_of(CardKind::Service)));
    return dossier;
}

}  // namespace okienko::server
