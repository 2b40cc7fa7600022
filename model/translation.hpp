#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace okienko::model {

/// One text of a card in another language.
struct TranslatedText {
    std::string field;     ///< Where on the card, as in RecordPosition: "steps[2].text".
    std::string original;  ///< What the card said there when it was translated.
    std::string text;
    bool operator==(const TranslatedText&) const = default;
};

/// The texts of a service card in another language, any of them, in the order of the card.
struct ServiceTranslation {
    std::string service;   ///< Slug.
    std::string language;  ///< ISO 639-1.
    std::vector<TranslatedText> texts;
    bool operator==(const ServiceTranslation&) const = default;
};

/// One of them by itself, as it travels between catalogues.
struct ServiceText {
    std::string service;
    std::string language;
    TranslatedText text;
    bool operator==(const ServiceText&) const = default;
};

/// The text at a field, or nullptr when nobody has translated it.
inline const TranslatedText* find_text(const ServiceTranslation& translation,
                                       std::string_view field) {
    for (const auto& each : translation.texts) {
        if (each.field == field) return &each;
    }
    return nullptr;
}

/// The translation of a text that stands on the card today, or nullptr: nobody has translated it,
/// or the card said something else then.
inline const std::string* current_text(const ServiceTranslation& translation,
                                       std::string_view field,
                                       std::string_view today) {
    const auto* found = find_text(translation, field);
    return found && found->original == today ? &found->text : nullptr;
}

/// A page of its own wants at least these; a reader must know where she is.
inline bool names_the_service(const ServiceTranslation& translation) {
    return find_text(translation, "name") && find_text(translation, "summary");
}

}  // namespace okienko::model
