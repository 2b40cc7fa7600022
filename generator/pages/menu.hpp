#pragma once

#include <vector>

#include "generator/page.hpp"
#include "generator/site.hpp"
#include "generator/view.hpp"
#include "language/language.hpp"

/// The lists of links around every page.
namespace okienko::generator {

/// Rows menu_title, menu_url and menu_current. The catalogue's entries stand first, in Polish only
/// since the catalogue is Polish; then the pages that editors put in the main menu.
std::vector<View> main_menu(const Site& site, language::Language language, Section section);

/// Rows catalogue_title and catalogue_url: the lists that are not in the main menu.
std::vector<View> catalogue_menu(const Site& site, language::Language language);

/// Rows footer_title, footer_url and footer_lang: the pages that editors put in the footer. One
/// that nobody has translated is linked in Polish, and footer_lang says so.
std::vector<View> footer_menu(const Site& site, language::Language language);

}  // namespace okienko::generator
