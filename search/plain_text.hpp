#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace okienko::search {

/// Markdown as somebody would read it aloud: without signs, and without where links lead. Blocks
/// become paragraphs in lines of their own. Stops after the line with which it has `enough` bytes.
std::string plain_text(std::string_view markdown, std::size_t enough = std::string::npos);

}  // namespace okienko::search
