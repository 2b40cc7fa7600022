#pragma once

#include <string>
#include <string_view>

namespace okienko::model {

/// Letters and digits that are hard to mishear on the telephone: no 0 and O, no 1 and I.
inline constexpr std::string_view kSpokenLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// `length` of them. `random` gives any unsigned number; each of its values must be as likely.
template <class Random>
std::string spoken_code(std::size_t length, Random&& random) {
    std::string code;
    for (std::size_t i = 0; i < length; ++i) {
        code += kSpokenLetters[random() % kSpokenLetters.size()];
    }
    return code;
}

}  // namespace okienko::model
