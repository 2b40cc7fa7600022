#pragma once

#include <string>
#include <vector>

#include "generator/site.hpp"
#include "generator/view.hpp"
#include "language/language.hpp"
#include "model/service.hpp"

/// A service as lists show it, in Polish unless told otherwise.
namespace okienko::generator {

/// "Centrum Aktywności Społecznej i 2 inne miejsca, u Ciebie w domu"; without places of ours, the
/// other ways of delivery.
std::string where_summary(const Site& site, const ServiceOutline& service, const Words& words);

/// The ways of delivery that need no place of ours: "u Ciebie w domu", "przez telefon".
std::vector<std::string> delivery_away(const std::vector<model::DeliveryMode>& modes,
                                       const Words& words);

/// Rows of the component service_row, which lists their keys. In another language a row leads to
/// the page in that language where there is one, otherwise to the Polish one, and says so.
std::vector<SharedRow> service_rows(const Site& site,
                                    const ServiceList& services,
                                    language::Language language = language::Language::Polish);

}  // namespace okienko::generator
