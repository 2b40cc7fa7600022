#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "search/tokens.hpp"

namespace okienko::search {

/// A text and the words in it that were looked for.
struct MarkedText {
    std::string text;
    std::vector<Token> marks;
    bool operator==(const MarkedText&) const = default;
};

/// Whether a word of a text is one that was looked for.
using IsWanted = std::function<bool(std::string_view word)>;

MarkedText marked(std::string text, const IsWanted& is_wanted);

/// The sentence of a text that has most of what was looked for, and as many after it as there is
/// room for; the first sentences when none has any. At most `limit` bytes and an ellipsis.
MarkedText excerpt(std::string_view text, std::size_t limit, const IsWanted& is_wanted);

}  // namespace okienko::search
