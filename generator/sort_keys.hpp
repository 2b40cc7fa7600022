#pragma once

#include <cstddef>
#include <future>
#include <string>
#include <vector>

#include "language/collation.hpp"

namespace okienko::generator {

/// Keys that compare as the texts stand in the Polish alphabet, in the order of the texts.
/// `text_of` answers with text number i, to two threads at once: making keys takes most of the time
/// that sorting takes.
template <class TextOf>
std::vector<std::string> sort_keys(std::size_t count, TextOf text_of) {
    language::Collator collator{language::Language::Polish};
    std::vector<std::string> keys(count);
    auto make = [&](std::size_t from) {
        for (auto i = from; i < count; i += 2) keys[i] = collator.sort_key(text_of(i));
    };
    auto helper = std::async(std::launch::async, make, 1);
    make(0);
    helper.get();
    return keys;
}

}  // namespace okienko::generator
