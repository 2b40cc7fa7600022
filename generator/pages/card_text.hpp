#pragma once

#include <string>
#include <string_view>

#include "generator/site.hpp"
#include "language/language.hpp"
#include "model/problem.hpp"

namespace okienko::generator {

/// The Markdown of a card as HTML, one level of headings lower, ids after `id_prefix`. Broken
/// links, images and mistakes in blocks are noted as problems of the card's field.
std::string card_html(const Site& site,
                      const model::RecordPosition& at,
                      std::string_view markdown,
                      const std::string& id_prefix,
                      language::Language language = language::Language::Polish);

}  // namespace okienko::generator
