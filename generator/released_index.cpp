#include "generator/released_index.hpp"

#include "generator/search_parts.hpp"
#include "generator/search_words_file.hpp"

namespace okienko::generator {

std::unique_ptr<const search::SearchIndex> released_index(const std::filesystem::path& release) {
    auto folder = release / kSearchFolder.substr(1);
    // Whoever published the release had no problems in it.
    model::Problems none;
    auto words = read_search_words_file(folder, none);
    return std::make_unique<const search::SearchIndex>(folder, words, polish_inflection());
}

}  // namespace okienko::generator
