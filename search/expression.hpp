#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace okienko::search {

/// The number of a term in an index.
using TermId = std::uint32_t;

/// Words in a row, each as the terms that it may stand for: "mieszkania chronione" is
/// {{mieszkanie, mieszkać}, {chronić}}. Never an empty word.
using Expression = std::vector<std::vector<TermId>>;

/// A name of a document, or something that people say who need it.
struct PackedName {
    Expression words;
    /// How much it says that somebody types just this, in hundredths.
    std::uint32_t weight = 100;
    bool operator==(const PackedName&) const = default;
};

/// As bytes for a part of an index, and back. Whatever the bytes, reading ends and gives whole
/// words only.
std::string pack(const Expression& expression);
Expression unpack_expression(std::string_view bytes);
std::string pack(const PackedName& name);
/// Of any number of them, one behind the other.
std::vector<PackedName> unpack_names(std::string_view bytes);

}  // namespace okienko::search
