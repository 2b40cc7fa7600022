#pragma once

#include <span>
#include <string>
#include <string_view>

namespace okienko::model {

/// The candidate nearest to a mistyped word (Damerau–Levenshtein, at most a third of its letters
/// wrong), or empty when none is near.
std::string nearest(std::string_view word, std::span<const std::string_view> candidates);

/// "może „title”?" for the nearest candidate, or empty: the remedy of a Problem.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace okienko::model
