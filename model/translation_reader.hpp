#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "model/checked.hpp"
#include "model/document.hpp"
#include "model/field.hpp"
#include "model/translation.hpp"

/// Translations of cards. A translation is written like the card itself, with any of its texts and
/// nothing else: the n-th member of a list translates the n-th member on the card.
namespace okienko::model {

/// Whether a field is words for people, so that it can be said in another language.
bool is_translatable(const Field& field);

/// The field of a card at a path such as "steps[2].text", or nullptr when there is none that can be
/// said in another language.
const Field* translatable_field(std::span<const Field> fields, std::string_view path);

/// Reports, each at its place: keys that the card does not know or that are no texts, texts that
/// are empty or too long, and texts that the card itself does not have.
Checked<std::vector<TranslatedText>, Problem> read_translation(const Document& translation,
                                                               const Document& card,
                                                               std::span<const Field> fields);

}  // namespace okienko::model
