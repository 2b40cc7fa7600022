#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/site.hpp"

namespace okienko::generator {

enum class IndexKind { Service, OtherName, Provider };

/// A line of the A–Z index: a service by its name or by another name, or a provider.
struct IndexEntry {
    std::string_view name;
    IndexKind kind = IndexKind::Service;
    std::string_view slug;      ///< Of the service or the provider.
    std::string_view leads_to;  ///< Of another name: the service's own name.
};

struct IndexLetter {
    std::string letter;  ///< "Ł", "0–9".
    std::string slug;    ///< For addresses and anchors: "l", "l-2" for the second letter like it.
    std::vector<IndexEntry> entries;
};

/// All names of published services and providers under their letters, in the order of the Polish
/// alphabet. Refers to the site's catalogue.
std::vector<IndexLetter> index_letters(const Site& site);

}  // namespace okienko::generator
