#pragma once

#include <string>

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// The full information about personal data (art. 13 RODO) for each kind of case that the settings
/// have a clause for, below /polityka-prywatnosci/. A form shows PrivacyClause::summary and links
/// here.
void add_clause_pages(const Site& site, Pages& pages);

std::string clause_address(ClauseCase subject);

/// Keys of the component form_clause: what stands beside a form, or nothing when nobody has
/// written that clause.
void set_clause(View& view, const Site& site, ClauseCase subject);

/// What a clause is about, as a heading.
std::string clause_title(const Site& site, ClauseCase subject);

}  // namespace okienko::generator
