#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/card_texts.hpp"
#include "generator/site.hpp"
#include "generator/view.hpp"
#include "model/contact.hpp"

namespace okienko::generator {

/// A row of the component contact_row, which lists its keys.
View contact_row(const model::Contact& contact, const Site& site, const CardTexts& texts);

std::vector<View> contact_rows(const std::vector<model::Contact>& contacts,
                               const Site& site,
                               const CardTexts& texts);

/// The number to call first: of the first contact that has a phone, otherwise the centre's.
/// Keys: call_text, call_url, call_extension ("wew. 216") and call_role (absent for the centre).
void set_call(View& view,
              const std::vector<model::Contact>& contacts,
              const Site& site,
              const CardTexts& texts);

/// "mailto:kontakt@cus.example?subject=Nieaktualna%20informacja".
std::string letter_address(std::string_view email, std::string_view subject);

}  // namespace okienko::generator
