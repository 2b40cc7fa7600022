#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "language/inflection.hpp"
#include "model/problem.hpp"
#include "search/search_words.hpp"

namespace okienko::generator {

/// Relative to content/. A centre may do without it.
inline constexpr std::string_view kSearchWordsFile = "slownik.toml";

/// What editors say of words that people look for; nothing when there is no such file, or it has
/// problems, which are added.
search::SearchWords read_search_words_file(const std::filesystem::path& content,
                                           model::Problems& problems);

/// The dictionary of this machine: ten megabytes that all who hold it at a time share. Thread-safe.
/// Throws std::runtime_error when there is none.
std::shared_ptr<const language::Inflection> polish_inflection();

}  // namespace okienko::generator
