#pragma once

#include <cstdint>
#include <string_view>

namespace okienko::search {

/// How far apart two folded words are, if a person meant one and typed the other: the cheapest way
/// from one to the other in letters left out, put in, mistaken and swapped (Damerau–Levenshtein,
/// optimal string alignment), each 1.0. What Poles mistake for each other costs less: u and ó, rz
/// and ż, h and ch, om and ą, en and ę, voiced and voiceless letters, doubled letters, letters side
/// by side on the keyboard. Words are compared letter by letter in UTF-8's characters.
/// Answers with more than `limit` as soon as it is certain to be more.
double typing_distance(std::string_view typed, std::string_view meant, double limit);

/// How much may be wrong in a word of so many letters.
double tolerated_distance(std::size_t letters);

/// Which letters a word has, a bit for each: two words of a small distance differ in few bits.
std::uint32_t letter_mask(std::string_view folded);

}  // namespace okienko::search
