#pragma once

#include <string>

#include "generator/site.hpp"
#include "generator/view.hpp"
#include "model/service.hpp"

/// A service in sentences for others to read out, show or print: one card, many media.
namespace okienko::generator {

/// What is to be copied, as the rows text_line of spoken_lines (parish announcement: read out, so
/// without an address of a page), news_lines (newspaper), post_lines (social media), and the text
/// screen_line (an outdoor screen: one line). The words around the card's own are in
/// i18n/pl.toml, [announcement].
void set_announcement(View& view, const Site& site, const model::Service& service);

/// Up to the first blank line, line ends as spaces.
std::string first_paragraph(const std::string& text);

}  // namespace okienko::generator
