#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "search/expression.hpp"

namespace okienko::search {

/// Words that texts have, with what they stand for. Texts of an index have millions of words and
/// ask about each; so it is a table of hashes, looked through from where a word's hash says.
class KnownWords {
  public:
    struct Word {
        std::string text;
        std::vector<TermId> terms;
        bool says_something = true;  ///< False for "w", "dla" and their like.
    };

    /// Valid as long as this; nullptr for a word that has not been added.
    [[nodiscard]] const Word* find(std::string_view text) const;
    /// Once for each word.
    const Word& add(Word word);

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = 0;  ///< Of the word, from 1; 0 where none is.
    };

    void put(Slot slot);
    void grow();

    std::vector<Slot> slots_;  ///< A power of two, and half of them free.
    std::deque<Word> words_;
};

}  // namespace okienko::search
