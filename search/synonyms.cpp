#include "search/synonyms.hpp"

#include <algorithm>
#include <utility>

namespace okienko::search {
namespace {

constexpr double kSameWeight = 0.9;
constexpr double kMeansWeight = 0.8;
constexpr double kPersonImportance = 0.5;

}  // namespace

Synonyms::Synonyms(const SearchWords& words, Vocabulary& vocabulary) {
    auto polish = [&vocabulary](const std::string& text) {
        return vocabulary.expression_of(language::Language::Polish, text);
    };
    for (const auto& [expressions] : words.same) {
        for (const auto& typed : expressions) {
            for (const auto& meant : expressions) {
                if (typed != meant) add({polish(typed), polish(meant), kSameWeight});
            }
        }
    }
    for (const auto& [typed, meant, is_person] : words.means) {
        for (const auto& said : typed) {
            for (const auto& looked_for : meant) {
                add({polish(said),
                     polish(looked_for),
                     kMeansWeight,
                     is_person ? kPersonImportance : 1});
            }
        }
    }
}

void Synonyms::add(Rule rule) {
    if (rule.typed.empty() || rule.meant.empty()) return;
    for (auto term : rule.typed.front()) by_first_.emplace(term, rules_.size());
    rules_.push_back(std::move(rule));
}

std::vector<const Synonyms::Rule*> Synonyms::beginning_with(
    const std::vector<TermId>& terms) const {
    std::vector<const Rule*> found;
    for (auto term : terms) {
        auto [first, last] = by_first_.equal_range(term);
        for (; first != last; ++first) {
            const auto* rule = &rules_[first->second];
            if (std::ranges::find(found, rule) == found.end()) found.push_back(rule);
        }
    }
    return found;
}

}  // namespace okienko::search
