#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"
#include "generator/templates.hpp"
#include "generator/view.hpp"
#include "language/language.hpp"

/// The values around every page's own content: the components page_top and page_bottom list them.
namespace okienko::generator {

/// What all pages of a section in one language share: names, menus, contact, hours, addresses of
/// the style sheet and the script. Made once for each section and language.
View site_frame(const Site& site, language::Language language, Section section);

/// Appends the page in full: the values of its section, of its own frame and of its body, in the
/// template.
void draw_in_frame(const Template& layout,
                   const View& section,
                   const Site& site,
                   const PageHead& head,
                   const View& body,
                   std::string& html,
                   model::Problems& problems);

}  // namespace okienko::generator
