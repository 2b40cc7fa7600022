#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace okienko::tests {

/// What nobody types, and what people type who miss every second key: Polish and Cyrillic letters,
/// words of the house with errors in them, operators of other searches, control characters, bytes
/// that are no text, and very long ones of each. The same `seed` gives the same texts everywhere.
class RandomTexts {
  public:
    RandomTexts(std::vector<std::string> words, unsigned seed);

    std::string next();

  private:
    std::size_t below(std::size_t limit) { return random_() % limit; }
    std::string any_of(const std::vector<std::string>& parts) { return parts[below(parts.size())]; }
    std::string word_with_errors();
    std::string bytes();
    std::string part();

    std::vector<std::string> words_;
    std::mt19937 random_;  ///< Of the random numbers in the standard, the one that it defines.
};

}  // namespace okienko::tests
