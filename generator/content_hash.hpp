#pragma once

#include <string>
#include <string_view>

namespace okienko::generator {

/// 16 hexadecimal digits that change whenever the bytes do (XXH3, 64 bits): for file names that may
/// be cached for ever. Not for secrets.
std::string content_hash(std::string_view bytes);

/// "wejscie.svg" → "wejscie.3f2a….svg".
std::string hashed_name(std::string_view name, std::string_view bytes);

}  // namespace okienko::generator
