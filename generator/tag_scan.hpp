#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace okienko::generator {

/// An opening tag of a finished page. Refers to the page's text.
struct HtmlTag {
    std::string_view name;
    std::vector<std::pair<std::string_view, std::string_view>> attributes;

    /// The value as it stands in the file, or nothing when there is no such attribute.
    [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
};

/// The opening tags of HTML, in order. Comments are passed over. For pages that our own templates
/// made; it does not judge whether they are valid.
std::vector<HtmlTag> opening_tags(std::string_view html);

}  // namespace okienko::generator
