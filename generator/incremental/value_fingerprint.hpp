#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <optional>
#include <ranges>
#include <string_view>
#include <type_traits>

#include "generator/incremental/fingerprint.hpp"
#include "generator/members.hpp"

/// Fingerprints of plain values: numbers, texts, dates, lists of them, and structs of all these,
/// field by field (Boost.PFR), so that a new field of a card counts from its first day.
/// Costly to compile: for the few files that need it.
namespace okienko::generator {

template <class T>
concept TextLike = std::convertible_to<const T&, std::string_view>;

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <class T>
struct IsDuration : std::false_type {};
template <class Rep, class Period>
struct IsDuration<std::chrono::duration<Rep, Period>> : std::true_type {};

/// Takes in one value after another.
class FingerprintMaker {
  public:
    template <class T>
    FingerprintMaker& add(const T& value) {
        if constexpr (TextLike<T>) {
            state_ = fingerprint_of_bytes(value, state_ + 1);
        } else if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
            add_object(value);
        } else if constexpr (std::same_as<T, std::chrono::year_month_day>) {
            add_object(int{value.year()});
            add_object(static_cast<unsigned>(value.month()) * 100 +
                       static_cast<unsigned>(value.day()));
        } else if constexpr (std::same_as<T, std::chrono::weekday>) {
            add_object(value.c_encoding());
        } else if constexpr (IsDuration<T>::value) {
            add_object(value.count());
        } else if constexpr (IsOptional<T>::value) {
            add_object(value.has_value());
            if (value) add(*value);
        } else if constexpr (std::ranges::range<T>) {
            add_object(std::ranges::size(value));
            for (const auto& each : value) add(each);
        } else {
            static_assert(std::is_aggregate_v<T>, "teach FingerprintMaker this type");
            for_each_member(value, [this](const auto& field) { this->add(field); });
        }
        return *this;
    }

    [[nodiscard]] Fingerprint made() const { return state_; }

  private:
    /// A number: most members are, and mixing one in costs less than a call for its bytes. The
    /// finish of SplitMix64 (Steele, Lea and Flood, 2014).
    template <class T>
    void add_object(T value) {
        static_assert(std::has_unique_object_representations_v<T> || std::is_floating_point_v<T>);
        static_assert(sizeof value <= sizeof state_);
        Fingerprint bits = 0;
        std::memcpy(&bits, &value, sizeof value);
        state_ = (state_ + 0x9E3779B97F4A7C15U) ^ bits;
        state_ = (state_ ^ (state_ >> 30U)) * 0xBF58476D1CE4E5B9U;
        state_ = (state_ ^ (state_ >> 27U)) * 0x94D049BB133111EBU;
        state_ ^= state_ >> 31U;
    }

    Fingerprint state_ = 0;
};

template <class... Values>
Fingerprint fingerprint(const Values&... values) {
    FingerprintMaker maker;
    (maker.add(values), ...);
    return maker.made();
}

}  // namespace okienko::generator
