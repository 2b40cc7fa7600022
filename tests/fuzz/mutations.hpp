#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace okienko::fuzz {

/// Texts like those of a few seeds, wrong in ways that nobody thinks of: bytes changed, left out,
/// doubled and put in, pieces of several seeds joined. The same seeds and number give the same
/// texts on every machine.
class Mutations {
  public:
    Mutations(std::vector<std::string> seeds, std::uint64_t number);

    std::string next();

  private:
    std::size_t below(std::size_t limit);
    const std::string& any_seed() { return seeds_[below(seeds_.size())]; }
    std::string piece_of(const std::string& text);
    void change(std::string& text);

    std::vector<std::string> seeds_;
    std::uint64_t state_;
};

}  // namespace okienko::fuzz
