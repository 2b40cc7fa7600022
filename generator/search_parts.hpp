#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace okienko::generator {

/// Where a release has its index: the parts, and the words of the editor.
inline constexpr std::string_view kSearchFolder = "/search/";

/// One of the files that the search index of a site is cut into, so that a service that has changed
/// needs only one of them made anew. Every service is in one part, by its slug, with all its
/// languages; everything else is in the first part, which has no services where there are others.
struct SearchPart {
    std::size_t index = 0;
    std::size_t count = 1;

    /// Which part has the service, where there are `count`.
    static std::size_t index_of_service(std::string_view slug, std::size_t count);
    [[nodiscard]] bool has_all_else() const { return index == 0; }
    [[nodiscard]] std::string address() const;  ///< "/search/00.db"

    /// "3/16", and back; nothing from a text that no part has.
    [[nodiscard]] std::string key() const;
    static std::optional<SearchPart> from_key(std::string_view key);
};

/// How many parts a site with so many services has: one for most.
std::size_t number_of_search_parts(std::size_t services);
std::vector<SearchPart> search_parts(std::size_t services);

}  // namespace okienko::generator
