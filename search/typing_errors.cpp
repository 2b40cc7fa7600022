#include "search/typing_errors.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "language/utf8.hpp"

namespace okienko::search {
namespace {

constexpr double kEdit = 1.0;
constexpr double kHeardAlike = 0.4;   ///< Sounds that spelling distinguishes and ears do not.
constexpr double kSpokenAlike = 0.5;  ///< Voiced and voiceless, as at the end of a word.
constexpr double kNeighbours = 0.7;   ///< Keys side by side.
constexpr double kSwapped = 0.6;
constexpr double kDoubled = 0.4;
constexpr double kFirstLetter = 0.4;  ///< On top: people rarely mistake the first.

constexpr std::array<std::string_view, 3> kKeyboard{"qwertyuiop", "asdfghjkl", "zxcvbnm"};

/// Columns of a key times two, because rows are shifted; and its row.
struct Key {
    int column = -100;
    int row = -100;
};

Key key_of(char32_t letter) {
    for (int row = 0; row < 3; ++row) {
        auto at = letter < 0x80
                      ? kKeyboard[static_cast<std::size_t>(row)].find(static_cast<char>(letter))
                      : std::string_view::npos;
        if (at != std::string_view::npos) return {static_cast<int>(at) * 2 + row, row};
    }
    return {};
}

bool are_neighbours(char32_t a, char32_t b) {
    auto first = key_of(a);
    auto second = key_of(b);
    if (first.row < 0 || second.row < 0) return false;
    return std::abs(first.row - second.row) <= 1 && std::abs(first.column - second.column) <= 2;
}

using Pair = std::array<char, 2>;
constexpr std::array kHeardPairs{Pair{'o', 'u'},
                                 Pair{'i', 'j'},
                                 Pair{'i', 'y'},
                                 Pair{'c', 'k'},
                                 Pair{'v', 'w'},
                                 Pair{'q', 'k'},
                                 Pair{'x', 'k'},
                                 Pair{'l', 'w'}};
constexpr std::array kSpokenPairs{Pair{'b', 'p'},
                                  Pair{'d', 't'},
                                  Pair{'g', 'k'},
                                  Pair{'w', 'f'},
                                  Pair{'z', 's'},
                                  Pair{'s', 'c'},
                                  Pair{'n', 'm'},
                                  Pair{'a', 'e'}};

template <std::size_t N>
bool are_pair(const std::array<Pair, N>& pairs, char32_t a, char32_t b) {
    return std::ranges::any_of(pairs, [&](const Pair& pair) {
        auto first = static_cast<char32_t>(pair[0]);
        auto second = static_cast<char32_t>(pair[1]);
        return (a == first && b == second) || (a == second && b == first);
    });
}

double substitution_of(char32_t a, char32_t b) {
    if (a == b) return 0;
    if (are_pair(kHeardPairs, a, b)) return kHeardAlike;
    if (are_pair(kSpokenPairs, a, b)) return kSpokenAlike;
    return are_neighbours(a, b) ? kNeighbours : kEdit;
}

constexpr char32_t kAscii = 0x80;

/// What it costs that one letter stands for the other: asked for millions of times.
double substitution(char32_t a, char32_t b) {
    using Table = std::array<std::array<float, kAscii>, kAscii>;
    static const Table kCosts = [] {
        Table costs{};
        for (char32_t first = 0; first < kAscii; ++first) {
            for (char32_t second = 0; second < kAscii; ++second) {
                costs[first][second] = static_cast<float>(substitution_of(first, second));
            }
        }
        return costs;
    }();
    if (a < kAscii && b < kAscii) return static_cast<double>(kCosts[a][b]);
    return a == b ? 0 : kEdit;
}

constexpr std::size_t kMostLetters = 64;

/// A word as letters; what is longer than any word is cut.
class Letters {
  public:
    explicit Letters(std::string_view word) {
        for (std::size_t at = 0; at < word.size() && size_ < kMostLetters;) {
            letters_[size_++] = language::next_character(word, at);
        }
    }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] char32_t operator[](std::size_t at) const { return letters_[at]; }

  private:
    std::size_t size_ = 0;
    std::array<char32_t, kMostLetters> letters_;
};

/// What it costs that the letter at `at` stands in one word and not in the other: little for those
/// that spelling adds to a sound.
double superfluous(const Letters& word, std::size_t at) {
    char32_t letter = word[at];
    auto before = at > 0 ? word[at - 1] : U'\0';
    auto after = at + 1 < word.size() ? word[at + 1] : U'\0';
    if (letter == before || letter == after) return kDoubled;
    bool silent = (letter == 'r' && after == 'z') || (letter == 'c' && after == 'h') ||
                  (letter == 'h' && before == 'c') || (letter == 'z' && before == 's') ||
                  (letter == 'z' && before == 'c') ||
                  // What ę and ą, which have lost their tails, sound like: "asystęt", "wolątariat".
                  ((letter == 'n' || letter == 'm') && (before == 'e' || before == 'o')) ||
                  (letter == 'l' && before == 'e') || (letter == 'i' && before == 'n') ||
                  (letter == 'j' && before == 'i');
    return silent ? kHeardAlike : kEdit;
}

/// "an" or "om" that was typed as "a": ą folded.
constexpr bool is_nasal(char32_t vowel, char32_t consonant) {
    return vowel == 'o' && (consonant == 'n' || consonant == 'm');
}

}  // namespace

double typing_distance(std::string_view typed, std::string_view meant, double limit) {
    Letters a{typed};
    Letters b{meant};
    using Row = std::array<double, kMostLetters + 1>;
    std::array<Row, 3> rows{};
    auto* before_last = &rows[0];
    auto* last = &rows[1];
    auto* row = &rows[2];
    for (std::size_t j = 1; j <= b.size(); ++j) (*last)[j] = (*last)[j - 1] + superfluous(b, j - 1);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        (*row)[0] = (*last)[0] + superfluous(a, i - 1);
        double least = (*row)[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            double cost = (*last)[j - 1] + substitution(a[i - 1], b[j - 1]);
            cost = std::min(cost, (*last)[j] + superfluous(a, i - 1));
            cost = std::min(cost, (*row)[j - 1] + superfluous(b, j - 1));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                cost = std::min(cost, (*before_last)[j - 2] + kSwapped);
            }
            if (j > 1 && a[i - 1] == 'a' && is_nasal(b[j - 2], b[j - 1])) {
                cost = std::min(cost, (*last)[j - 2] + kHeardAlike);
            }
            (*row)[j] = cost;
            least = std::min(least, cost);
        }
        if (least > limit) return least;
        std::swap(before_last, last);
        std::swap(last, row);
    }
    double distance = (*last)[b.size()];
    if (!a.empty() && !b.empty() && a[0] != b[0]) distance += kFirstLetter;
    return distance;
}

double tolerated_distance(std::size_t letters) {
    if (letters <= 2) return 0;
    if (letters <= 3) return 0.5;
    if (letters <= 4) return 1.0;
    if (letters <= 7) return 1.4;
    return 2.1;
}

std::uint32_t letter_mask(std::string_view folded) {
    std::uint32_t mask = 0;
    for (std::size_t at = 0; at < folded.size();) {
        mask |= 1U << (language::next_character(folded, at) % 32);
    }
    return mask;
}

}  // namespace okienko::search
