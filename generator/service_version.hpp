#pragma once

#include <memory>
#include <string>
#include <vector>

#include "generator/card_texts.hpp"
#include "language/language.hpp"
#include "model/service.hpp"
#include "model/translation.hpp"

namespace okienko::generator {

/// A service as the pages of one language show it: its card, with the texts that are translated in
/// that language and the others in Polish.
class ServiceVersion {
  public:
    /// In Polish, as the card stands. Refers to the card.
    ServiceVersion(const model::Service& card);  // NOLINT: every card is its Polish version.
    /// Holds a copy of the card. A text that has been translated from other words than the card
    /// says today is left in Polish: what is out of date must not look as if it held.
    ServiceVersion(const model::Service& card,
                   const model::ServiceTranslation& translation,
                   language::Language language);

    [[nodiscard]] const model::Service& card() const { return *card_; }
    [[nodiscard]] const model::Service* operator->() const { return card_; }
    [[nodiscard]] language::Language language() const { return texts_.page(); }
    [[nodiscard]] const CardTexts& texts() const { return texts_; }

  private:
    std::shared_ptr<const model::Service> own_;  ///< Where the texts stay while this is moved.
    const model::Service* card_;
    CardTexts texts_;
};

/// The fields whose translation no longer holds, because the card says something else there now.
std::vector<std::string> outdated_fields(const model::Service& card,
                                         const model::ServiceTranslation& translation);

}  // namespace okienko::generator
