#pragma once

#include <string>

#include "generator/site.hpp"
#include "generator/view.hpp"
#include "generator/words.hpp"
#include "language/language.hpp"
#include "model/place.hpp"

namespace okienko::generator {

/// "ul. Lipowa 5, Przykładowo", or "Lipówka 15" in a village without streets.
std::string address_line(const model::Place& place, const Words& words);

/// "Centrum Aktywności, ul. Lipowa 5, Przykładowo".
std::string place_line(const model::Place& place, const Words& words);

/// A row of the component place_row, which lists its keys. The card of a place is in Polish, in
/// whatever language the page is.
View place_row(const model::Place& place, const Site& site, language::Language language);

}  // namespace okienko::generator
