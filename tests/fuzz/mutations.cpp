#include "tests/fuzz/mutations.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace okienko::fuzz {
namespace {

constexpr std::size_t kLongest = 20'000;
constexpr std::size_t kLongestPiece = 60;
constexpr std::size_t kMostChanges = 6;

/// What readers of texts have stumbled over before.
constexpr std::array<std::string_view, 23> kStones{"\"",
                                                   "'",
                                                   "<script>",
                                                   "&",
                                                   "=",
                                                   "%",
                                                   "%00",
                                                   "%C5%82",
                                                   "\xC5",
                                                   "\xFF",
                                                   "\xEF\xBB\xBF",
                                                   "\r\n",
                                                   "\n",
                                                   "\n\n",
                                                   "\t",
                                                   "```",
                                                   "+++\n",
                                                   "9223372036854775808",
                                                   "-1",
                                                   "\xE2\x80\xAE",
                                                   "ą",
                                                   "😀",
                                                   "{[\\"};

}  // namespace

Mutations::Mutations(std::vector<std::string> seeds, std::uint64_t number)
    : seeds_(std::move(seeds)), state_(number) {}

/// SplitMix64 (Steele, Lea, Flood 2014): the standard library's distributions differ by machine.
std::size_t Mutations::below(std::size_t limit) {
    state_ += 0x9E3779B97F4A7C15U;
    auto z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::size_t>((z ^ (z >> 31U)) % limit);
}

std::string Mutations::piece_of(const std::string& text) {
    auto begin = below(text.size() + 1);
    return text.substr(begin, below(kLongestPiece));
}

void Mutations::change(std::string& text) {
    auto at = below(text.size() + 1);
    switch (below(7)) {
        case 0:
            if (at < text.size()) text[at] = static_cast<char>(below(256));
            break;
        case 1:
            if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
            break;
        case 2:
            text.erase(at, below(kLongestPiece));
            break;
        case 3:
            text.insert(at, kStones[below(kStones.size())]);
            break;
        case 4:
            text.insert(at, piece_of(text));
            break;
        case 5:
            text.insert(at, piece_of(any_seed()));
            break;
        default:
            text.replace(at, below(kLongestPiece), piece_of(any_seed()));
            break;
    }
}

std::string Mutations::next() {
    auto text = any_seed();
    for (auto changes = 1 + below(kMostChanges); changes > 0; --changes) change(text);
    text.resize(std::min(text.size(), kLongest));
    return text;
}

}  // namespace okienko::fuzz
