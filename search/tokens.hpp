#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace okienko::search {

/// A word of a text, as bytes of it: letters and digits up to the next other character.
struct Token {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::string_view in(std::string_view text) const {
        return text.substr(begin, end - begin);
    }
    bool operator==(const Token&) const = default;
};

/// The next word at or after `at`, which moves behind it; an empty one when there is none. Where a
/// Markdown link leads, "](…)", is no text. Any bytes will do.
Token next_token(std::string_view text, std::size_t& at);

std::vector<Token> tokens_of(std::string_view text);

}  // namespace okienko::search
