#include "exchange/nested_cards.hpp"

#include <utility>

namespace okienko::exchange {

std::optional<NestedObject> NestedCards::take(std::string_view json) {
    std::lock_guard lock{mutex_};
    auto found = objects_.find(json);
    if (found == objects_.end() || found->second.readers == 0) return std::nullopt;
    auto& [slug, cards, readers] = found->second;
    NestedObject object{found->first, slug, {}};
    object.cards = --readers > 0 ? cards : std::exchange(cards, {});
    return object;
}

std::string_view NestedCards::add(std::string_view json,
                                  const std::string& slug,
                                  std::span<const ReadCard> cards) {
    std::lock_guard lock{mutex_};
    auto [known, added] = objects_.try_emplace(std::string{json});
    auto& waiting = known->second;
    if (added) waiting = {slug, {}, readers_};
    // Otherwise two have read it at the same time.
    if (waiting.readers > 0 && --waiting.readers == 0) waiting.cards = {};
    if (added && waiting.readers > 0) waiting.cards.assign(cards.begin(), cards.end());
    return known->first;
}

}  // namespace okienko::exchange
