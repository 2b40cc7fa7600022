#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace okienko::model {

/// The names of an enum's values in data files and in the database, in the order of the enum.
/// Specialised beside each enum as `static constexpr std::array names{…}`.
template <class E>
struct Choice;

/// The stable name of a value: what a file, a column and an i18n key call it.
template <class E>
constexpr std::string_view name(E value) {
    return Choice<E>::kNames[static_cast<std::size_t>(value)];
}

template <class E>
constexpr std::optional<E> from_name(std::string_view text) {
    const auto& names = Choice<E>::kNames;
    auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<E>(found - names.begin());
}

}  // namespace okienko::model
