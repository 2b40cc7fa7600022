#include "language/language.hpp"

namespace okienko::language {

std::string_view code(Language language) {
    switch (language) {
        case Language::Polish:
            return "pl";
        case Language::English:
            return "en";
        case Language::Ukrainian:
            return "uk";
    }
    return {};
}

std::optional<Language> language_from_code(std::string_view wanted) {
    for (const Language language : kLanguages) {
        if (code(language) == wanted) {
            return language;
        }
    }
    return std::nullopt;
}

}  // namespace okienko::language
