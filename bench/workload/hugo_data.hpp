#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "language/collation.hpp"
#include "model/catalogue.hpp"

/// What Hugo's templates look up in data/.
namespace okienko::bench {

/// Cards in the order of their names in the Polish dictionary, as Okienko and Hugo list them.
template <class Card>
std::vector<const Card*> by_name(const std::vector<Card>& cards) {
    language::Collator collator{language::Language::Polish};
    std::vector<std::pair<std::string, const Card*>> keyed;
    for (const auto& card : cards) keyed.emplace_back(collator.sort_key(card.name), &card);
    std::stable_sort(
        keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const Card*> sorted;
    for (const auto& [key, card] : keyed) sorted.push_back(card);
    return sorted;
}

/// Places by slug, and localities by SIMC.
std::string places_json(const model::Catalogue& catalogue);
std::string localities_json(const model::Catalogue& catalogue);
std::string programmes_json(const model::Catalogue& catalogue);
/// Holidays of the next 60 days, and for the line that says whether somebody answers the telephone
/// now: those of this and the next year on which somebody would.
std::string calendar_json();

/// A letter of the A–Z index; its entries are JSON.
struct HugoLetter {
    std::string letter;
    std::string slug;
    std::vector<std::string> entries;
};

/// Services, their other names and providers in the order of the Polish alphabet.
std::vector<HugoLetter> letters(const model::Catalogue& catalogue);
std::string letters_json(const std::vector<HugoLetter>& letters);

}  // namespace okienko::bench
