#include "model/suggestion.hpp"

#include <algorithm>
#include <vector>

namespace okienko::model {
namespace {

/// Optimal string alignment distance, in bytes: keys and slugs are ASCII.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, substitution});
            bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string_view> candidates) {
    std::size_t allowed = std::max<std::size_t>(1, word.size() / 3);
    std::string_view best;
    for (auto candidate : candidates) {
        std::size_t difference =
            std::max(word.size(), candidate.size()) - std::min(word.size(), candidate.size());
        if (difference > allowed) continue;
        std::size_t found = distance(word, candidate);
        if (found <= allowed && (best.empty() || found < distance(word, best))) best = candidate;
    }
    return std::string{best};
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
    auto found = nearest(word, candidates);
    return found.empty() ? found : "może „" + found + "”?";
}

}  // namespace okienko::model
