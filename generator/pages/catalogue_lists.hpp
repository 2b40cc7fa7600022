#pragma once

#include <vector>

#include "generator/site.hpp"
#include "model/catalogue.hpp"

/// The dictionaries as readers meet them: only entries that have a published service, in the order
/// in which they are shown. An entry without services has no page, and nothing links to it.
namespace okienko::generator {

/// By their number in the act.
std::vector<const model::Domain*> published_domains(const Site& site);
/// By `order`.
std::vector<const model::Audience*> published_audiences(const Site& site);
/// By `order`.
std::vector<const model::Situation*> published_situations(const Site& site);

}  // namespace okienko::generator
