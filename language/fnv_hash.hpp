#pragma once

#include <cstdint>
#include <string_view>

namespace okienko::language {

/// FNV-1a (64 bits): for short texts, and for those that are known while compiling. `before` is the
/// hash of what stands in front of the text.
constexpr std::uint64_t fnv_hash(std::string_view text,
                                 std::uint64_t before = 0xCBF29CE484222325U) {
    auto hash = before;
    for (char letter : text) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
    }
    return hash;
}

}  // namespace okienko::language
