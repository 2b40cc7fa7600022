#pragma once

#include <filesystem>
#include <memory>

#include "search/search_index.hpp"

namespace okienko::generator {

/// The search index of a release, asked with the editor's words of its own day and this machine's
/// dictionary. Throws db::DatabaseError when the release has none, std::runtime_error when there is
/// no dictionary.
std::unique_ptr<const search::SearchIndex> released_index(const std::filesystem::path& release);

}  // namespace okienko::generator
