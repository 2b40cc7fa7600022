#pragma once

#include <string>
#include <vector>

#include "model/catalogue.hpp"
#include "server/submission/dossier.hpp"

namespace okienko::server {

/// A service of a dossier, and published ones that may be the same.
struct Duplicates {
    CardRef card;
    std::vector<const model::Service*> published;
};

/// Published services whose name, or a name that people call them by, is mostly made of the same
/// words; never the service itself. For a person to judge: it says "may be".
std::vector<Duplicates> likely_duplicates(const Dossier& dossier, const model::Catalogue& known);

}  // namespace okienko::server
