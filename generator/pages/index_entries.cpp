#include "generator/pages/index_entries.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "generator/sort_keys.hpp"
#include "language/collation.hpp"
#include "language/slug.hpp"

namespace okienko::generator {
namespace {

std::vector<IndexEntry> all_entries(const Site& site) {
    std::vector<IndexEntry> entries;
    for (const auto& service : site.services()) {
        entries.push_back({service.name(), IndexKind::Service, service.slug(), {}});
        for (const auto& alias : service.aliases()) {
            entries.push_back({alias, IndexKind::OtherName, service.slug(), service.name()});
        }
    }
    for (const auto* provider : site.providers()) {
        entries.push_back({provider->name, IndexKind::Provider, provider->slug, {}});
    }
    return entries;
}

/// Equal names stay in the order of the services.
void sort_by_alphabet(std::vector<IndexEntry>& entries) {
    auto keys = sort_keys(
        entries.size(), [&](std::size_t i) -> const auto& { return entries[i].name; });
    std::vector<std::pair<std::string, std::size_t>> keyed;
    keyed.reserve(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) keyed.emplace_back(std::move(keys[i]), i);
    std::sort(keyed.begin(), keyed.end());
    std::vector<IndexEntry> sorted;
    sorted.reserve(entries.size());
    for (const auto& [key, at] : keyed) sorted.push_back(entries[at]);
    entries = std::move(sorted);
}

/// "l" for L and "l-2" for Ł: an address must not need letters that some keyboards lack.
std::string letter_slug(const std::string& letter, std::unordered_map<std::string, int>& taken) {
    auto slug = language::slugify(letter);
    auto times = ++taken[slug];
    return times == 1 ? slug : slug + "-" + std::to_string(times);
}

}  // namespace

std::vector<IndexLetter> index_letters(const Site& site) {
    auto entries = all_entries(site);
    sort_by_alphabet(entries);
    std::vector<IndexLetter> letters;
    std::unordered_map<std::string, std::size_t> places;
    std::unordered_map<std::string, int> taken;
    for (const auto& entry : entries) {
        auto letter = language::index_letter(entry.name, language::Language::Polish);
        auto [place, is_new] = places.emplace(letter, letters.size());
        if (is_new) letters.push_back({letter, letter_slug(letter, taken), {}});
        letters[place->second].entries.push_back(entry);
    }
    for (auto& letter : letters) letter.entries.shrink_to_fit();
    return letters;
}

}  // namespace okienko::generator
