#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/view.hpp"
#include "language/language.hpp"

namespace okienko::generator {

/// In which language the texts of a card are written when a page shows it: those that somebody has
/// translated in the page's, the others in Polish. A text is told by where it is: ask about the
/// member of the card itself, never about a copy. Refers to the card.
class CardTexts {
  public:
    /// A page in this language that shows the card as it stands, in Polish.
    CardTexts(language::Language page) : page_(page) {}  // NOLINT: a language says it all.
    CardTexts(language::Language page, std::vector<const std::string*> translated);

    [[nodiscard]] language::Language page() const { return page_; }
    [[nodiscard]] language::Language language_of(const std::string& text) const;

    /// Sets a text of the card, typeset and marked as what it is.
    void set(View& view, ViewName name, const std::string& text) const {
        view.words(name, text, language_of(text));
    }

  private:
    language::Language page_;
    std::vector<const std::string*> translated_;  ///< Sorted.
};

}  // namespace okienko::generator
