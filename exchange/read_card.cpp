#include "exchange/read_card.hpp"

#include <array>

namespace okienko::exchange {
namespace {

constexpr std::array<std::string_view, 8> kKinds{
    "domain", "audience", "situation", "locality", "programme", "place", "provider", "service"};

}  // namespace

std::string_view kind_name(const CardValue& value) {
    return kKinds[value.index()];
}

const std::string& identity(const CardValue& value) {
    return std::visit(
        [](const auto& card) -> const std::string& {
            if constexpr (requires { card.id; }) {
                return card.id;
            } else if constexpr (requires { card.simc; }) {
                return card.simc;
            } else {
                return card.slug;
            }
        },
        value);
}

const std::string& reference_name(const CardValue& value) {
    return std::visit(
        [](const auto& card) -> const std::string& {
            if constexpr (requires { card.slug; }) {
                return card.slug;
            } else {
                return card.simc;
            }
        },
        value);
}

}  // namespace okienko::exchange
