#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace okienko::model {

/// An amount in Polish złoty, exact to the grosz.
struct Money {
    std::int64_t grosze = 0;
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 misreads the defaulted comparison.
    auto operator<=>(const Money&) const = default;
};

/// Reads "12.50", "12,50" or "12": at most two decimals, never negative, below a billion złoty.
std::optional<Money> parse_money(std::string_view text);

/// Writes "12.50".
std::string to_decimal(Money amount);

}  // namespace okienko::model
