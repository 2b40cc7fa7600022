#include "search/known_words.hpp"

#include <cstring>

namespace okienko::search {
namespace {

/// Eight bytes at a time: most words are one or two such steps.
std::uint32_t hash_of(std::string_view word) {
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 / golden ratio
    std::uint64_t hash = word.size();
    auto take_in = [&hash](std::uint64_t bytes) {
        hash = (hash ^ bytes) * kFactor;
        hash ^= hash >> 32U;
    };
    for (std::uint64_t bytes = 0; word.size() >= sizeof bytes; word.remove_prefix(sizeof bytes)) {
        std::memcpy(&bytes, word.data(), sizeof bytes);
        take_in(bytes);
    }
    std::uint64_t rest = 0;
    for (char each : word) rest = rest << 8U | static_cast<unsigned char>(each);
    take_in(rest);
    return static_cast<std::uint32_t>(hash);
}

}  // namespace

const KnownWords::Word* KnownWords::find(std::string_view text) const {
    if (slots_.empty()) return nullptr;
    auto hash = hash_of(text);
    for (std::size_t at = hash;; ++at) {
        const auto& slot = slots_[at & (slots_.size() - 1)];
        if (slot.number == 0) return nullptr;
        if (slot.hash != hash) continue;
        const auto& word = words_[slot.number - 1];
        if (word.text == text) return &word;
    }
}

const KnownWords::Word& KnownWords::add(Word word) {
    words_.push_back(std::move(word));
    if (2 * words_.size() > slots_.size()) grow();
    put({hash_of(words_.back().text), static_cast<std::uint32_t>(words_.size())});
    return words_.back();
}

void KnownWords::put(Slot slot) {
    std::size_t at = slot.hash;
    while (slots_[at & (slots_.size() - 1)].number != 0) ++at;
    slots_[at & (slots_.size() - 1)] = slot;
}

void KnownWords::grow() {
    constexpr std::size_t kFirstSize = 1024;
    std::vector<Slot> smaller(slots_.empty() ? kFirstSize : 2 * slots_.size());
    smaller.swap(slots_);
    for (const auto& slot : smaller) {
        if (slot.number != 0) put(slot);
    }
}

}  // namespace okienko::search
