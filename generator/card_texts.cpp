#include "generator/card_texts.hpp"

#include <algorithm>
#include <functional>

namespace okienko::generator {

CardTexts::CardTexts(language::Language page, std::vector<const std::string*> translated)
    : page_(page), translated_(std::move(translated)) {
    std::sort(translated_.begin(), translated_.end(), std::less<>{});
}

language::Language CardTexts::language_of(const std::string& text) const {
    bool known = std::binary_search(translated_.begin(), translated_.end(), &text, std::less<>{});
    return known ? page_ : language::Language::Polish;
}

}  // namespace okienko::generator
