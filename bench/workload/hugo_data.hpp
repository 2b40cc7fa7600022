#pragma once

#include <string>
#include <vector>

#include "model/catalogue.hpp"

/// What Hugo's templates look up in data/.
namespace okienko::bench {

/// Places by slug, and localities by SIMC.
std::string places_json(const model::Catalogue& catalogue);
std::string localities_json(const model::Catalogue& catalogue);
std::string programmes_json(const model::Catalogue& catalogue);
/// Holidays of the next 60 days.
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
