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

/// What a resident tells on the telephone: "7F3-Q2M".
template <class Random>
std::string case_number(Random&& random) {
    return spoken_code(3, random) + "-" + spoken_code(3, random);
}

/// Whether a text is a case number and nothing else.
inline bool is_case_number(std::string_view text) {
    if (text.size() != 7 || text[3] != '-') return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i != 3 && kSpokenLetters.find(text[i]) == std::string_view::npos) return false;
    }
    return true;
}

}  // namespace okienko::model
