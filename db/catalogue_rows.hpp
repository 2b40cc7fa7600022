#pragma once

#include <vector>

#include "db/child_rows.hpp"
#include "model/catalogue.hpp"

namespace okienko::db {

/// Cards to be written, each with the number of its row. Refers to the cards.
struct CatalogueRows {
    std::vector<Numbered<model::Domain>> domains;
    std::vector<Numbered<model::Audience>> audiences;
    std::vector<Numbered<model::Situation>> situations;
    std::vector<Numbered<model::Locality>> localities;
    std::vector<Numbered<model::Programme>> programmes;
    std::vector<Numbered<model::LibraryDocument>> documents;
    std::vector<Numbered<model::Place>> places;
    std::vector<Numbered<model::Provider>> providers;
    std::vector<Numbered<model::Service>> services;
};

/// The whole catalogue, numbered from 1 in each of its lists.
inline CatalogueRows numbered(const model::Catalogue& catalogue) {
    return {numbered(catalogue.domains),
            numbered(catalogue.audiences),
            numbered(catalogue.situations),
            numbered(catalogue.localities),
            numbered(catalogue.programmes),
            numbered(catalogue.documents),
            numbered(catalogue.places),
            numbered(catalogue.providers),
            numbered(catalogue.services)};
}

}  // namespace okienko::db
