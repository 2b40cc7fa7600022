#pragma once

#include <string>
#include <string_view>

namespace okienko::search {

/// Markdown as somebody would read it aloud: without signs, and without where links lead. Blocks
/// become paragraphs in lines of their own.
std::string plain_text(std::string_view markdown);

}  // namespace okienko::search
