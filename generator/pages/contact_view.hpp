#pragma once

#include <string>
#include <vector>

#include "generator/site.hpp"
#include "generator/view.hpp"
#include "language/language.hpp"
#include "model/contact.hpp"

namespace okienko::generator {

/// A row of the component contact_row, which lists its keys.
View contact_row(const model::Contact& contact, const Site& site, language::Language language);

std::vector<View> contact_rows(const std::vector<model::Contact>& contacts,
                               const Site& site,
                               language::Language language);

/// The number to call first: of the first contact that has a phone, otherwise the centre's.
/// Keys: call_text, call_url, call_extension ("wew. 216") and call_role (absent for the centre).
void set_call(View& view, const std::vector<model::Contact>& contacts, const Site& site);

}  // namespace okienko::generator
