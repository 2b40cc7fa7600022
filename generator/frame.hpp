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

/// What one page says about itself: title, description, canonical address, breadcrumbs, other
/// languages, date of the last change, and in a preview a note that it is not published.
View page_frame(const Site& site, const PageHead& head);

/// page_qr_html, the QR code of the page's address: only where the template prints it and the page
/// does not set it itself.
void set_page_code(
    View& frame, const Template& layout, const View& body, const Site& site, const PageHead& head);

}  // namespace okienko::generator
