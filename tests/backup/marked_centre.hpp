#pragma once

#include <filesystem>
#include <string>

namespace okienko::tests {

/// Makes a small centre in a folder, every part of which carries the same word: settings, pages,
/// a theme, both databases. What was there of them goes away.
void make_marked_centre(const std::filesystem::path& root, const std::string& mark);

/// The word that all parts carry; "content=stary themes=nowy …" when they do not agree, or when
/// one is missing.
std::string mark_of(const std::filesystem::path& root);

}  // namespace okienko::tests
