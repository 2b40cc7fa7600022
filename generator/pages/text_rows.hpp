#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/card_texts.hpp"
#include "generator/view.hpp"
#include "language/language.hpp"

namespace okienko::generator {

/// One row with `name` for each text.
std::vector<View> text_rows(language::Language language,
                            ViewName name,
                            const std::vector<std::string>& texts);

/// One row with `name` for each text of a list of a card.
std::vector<View> card_rows(const CardTexts& texts,
                            ViewName name,
                            const std::vector<std::string>& list);

/// The paragraphs of a text, which blank lines divide. Line ends within one become spaces.
std::vector<std::string> paragraphs(std::string_view text);

/// Rows of the key "paragraph", one for each paragraph.
std::vector<View> paragraph_rows(language::Language language, std::string_view text);

/// The same of a text of a card.
std::vector<View> card_paragraph_rows(const CardTexts& texts, const std::string& text);

/// Sets the list and the flag "has_" + its name, for what stands around the list.
void set_rows(View& view, ListName name, std::vector<View> rows);
void set_rows(View& view, ListName name, std::vector<SharedRow> rows);

}  // namespace okienko::generator
