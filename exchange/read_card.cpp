#include "exchange/read_card.hpp"

#include <array>

namespace okienko::exchange {
namespace {

constexpr std::array<std::string_view, kCardKinds> kKinds{"domain",
                                                          "audience",
                                                          "situation",
                                                          "locality",
                                                          "programme",
                                                          "place",
                                                          "provider",
                                                          "service",
                                                          "translation"};

}  // namespace

std::string_view kind_name(const CardValue& value) {
    return kKinds[value.index()];
}

std::string identity(const CardValue& value) {
    return std::visit(
        [](const auto& card) -> std::string {
            if constexpr (requires { card.id; }) {
                return card.id;
            } else if constexpr (requires { card.simc; }) {
                return card.simc;
            } else if constexpr (requires { card.slug; }) {
                return card.slug;
            } else {
                return card.service + "/" + card.language + "/" + card.text.field;
            }
        },
        value);
}

std::string reference_name(const CardValue& value) {
    return std::visit(
        [&value](const auto& card) -> std::string {
            if constexpr (requires { card.slug; }) {
                return card.slug;
            } else {
                return identity(value);
            }
        },
        value);
}

}  // namespace okienko::exchange
