#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace okienko::fuzz {

/// Ends the program when something does not hold that must hold for every input: that is how
/// libFuzzer learns of it.
inline void require(bool holds, std::string_view property, const std::string& seen = {}) {
    if (holds) return;
    std::fprintf(stderr,
                 "does not hold: %.*s\n%s\n",
                 static_cast<int>(property.size()),
                 property.data(),
                 seen.c_str());
    std::abort();
}

}  // namespace okienko::fuzz
