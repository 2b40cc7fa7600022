#pragma once

#include <optional>
#include <string_view>

namespace okienko::exchange {

/// What a file is that is neither a table nor JSON, and what its owner can do about it.
struct OtherFile {
    std::string_view message;
    std::string_view remedy;
};

/// Judges by the first bytes of a file, a few thousand of them; nothing for text.
std::optional<OtherFile> other_file(std::string_view beginning);

}  // namespace okienko::exchange
