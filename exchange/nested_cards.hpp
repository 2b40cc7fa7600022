#pragma once

#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/known_cards.hpp"
#include "exchange/read_card.hpp"

namespace okienko::exchange {

/// A nested object as a reader has read it: its cards, and the slug that services refer to.
struct NestedObject {
    std::string_view json;  ///< Its whole text; lives as long as the NestedCards.
    std::string slug;
    std::vector<ReadCard> cards;
};

/// What one of many readers has read, so that the others need not read it, too: each of them hands
/// on the cards of a nested object once, whoever made them. For any number of threads.
class NestedCards {
  public:
    explicit NestedCards(unsigned readers) : readers_(readers) {}

    /// For a reader that meets an object for the first time; nothing when none has read it.
    std::optional<NestedObject> take(std::string_view json);

    /// The reader that adds an object will not take it. Answers with its text, which lives as long
    /// as this.
    std::string_view add(std::string_view json,
                         const std::string& slug,
                         std::span<const ReadCard> cards);

  private:
    struct Waiting {
        std::string slug;
        std::vector<ReadCard> cards;
        unsigned readers;  ///< That have not met it yet.
    };

    unsigned readers_;
    std::mutex mutex_;
    ByText<Waiting> objects_;
};

}  // namespace okienko::exchange
