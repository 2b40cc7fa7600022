#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/workload/random.hpp"

/// Plausible Polish for invented cards: whole sentences with all the letters, plurals and
/// punctuation of real ones, and nothing to say.
namespace okienko::bench {

/// "Koordynatorka omawia z Tobą plan wizyt podczas pierwszej rozmowy."
std::string sentence(Random& random);

/// `count` sentences in one line.
std::string paragraph(Random& random, std::size_t count);

/// "plan wizyt w dni robocze": an item of a list, without a capital letter and full stop.
std::string phrase(Random& random);
std::vector<std::string> phrases(Random& random, std::size_t least, std::size_t most);

/// About 2 KB of CommonMark: paragraphs, two lists, emphasis, links and a quotation.
std::string markdown(Random& random);

/// An invented number of the demonstration's exchange, E.164.
std::string phone(Random& random);

}  // namespace okienko::bench
