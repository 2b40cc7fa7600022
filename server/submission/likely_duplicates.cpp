#include "server/submission/likely_duplicates.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "language/folding.hpp"

namespace okienko::server {
namespace {

using WordSet = std::set<std::string>;

/// The first letters of its longer words: "wypożyczalnia", "wypożyczalni" and "wypożyczania" are
/// one.
WordSet words_of(std::string_view name) {
    constexpr std::size_t kShortest = 3;
    constexpr std::size_t kStem = 6;
    WordSet words;
    std::string word;
    for (char c : language::fold(name) + " ") {
        auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || byte >= 0x80) {
            word += c;
            continue;
        }
        if (word.size() >= kShortest) words.insert(word.substr(0, kStem));
        word.clear();
    }
    return words;
}

/// The share of words that both have, of all that any of them has.
double likeness(const WordSet& a, const WordSet& b) {
    if (a.empty() || b.empty()) return 0;
    auto both = static_cast<double>(
        std::ranges::count_if(a, [&](const auto& word) { return b.contains(word); }));
    return both / (static_cast<double>(a.size() + b.size()) - both);
}

bool is_like(const WordSet& name, const model::Service& service) {
    constexpr double kLike = 0.6;
    auto like = [&](const std::string& other) { return likeness(name, words_of(other)) >= kLike; };
    return like(service.name) || std::ranges::any_of(service.aliases, like);
}

}  // namespace

std::vector<Duplicates> likely_duplicates(const Dossier& dossier, const model::Catalogue& known) {
    constexpr std::size_t kMost = 5;
    std::vector<Duplicates> all;
    for (std::size_t i = 0; i < dossier.services.size(); ++i) {
        const auto& cells = dossier.services[i];
        auto words = words_of(cells.text("name"));
        Duplicates found{{CardKind::Service, i}, {}};
        for (const auto& service : known.services) {
            if (service.id == cells.text("id") || found.published.size() == kMost) continue;
            if (is_like(words, service)) found.published.push_back(&service);
        }
        if (!found.published.empty()) all.push_back(std::move(found));
    }
    return all;
}

}  // namespace okienko::server
