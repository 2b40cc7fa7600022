#pragma once

#include <string>
#include <string_view>

namespace okienko::generator {

/// What a reader sees of HTML that we have made ourselves: no tags, no entities, blocks in lines of
/// their own.
std::string text_of_html(std::string_view html);

}  // namespace okienko::generator
