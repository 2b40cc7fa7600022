#include "model/money.hpp"

namespace okienko::model {

std::optional<Money> parse_money(std::string_view text) {
    auto point = text.find_first_of(".,");
    auto whole = text.substr(0, point);
    auto fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    bool point_without_digits = point != std::string_view::npos && fraction.empty();
    if (whole.empty() || whole.size() > 9 || fraction.size() > 2 || point_without_digits) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    auto append = [&value](char c) {
        value = value * 10 + (c - '0');
        return c >= '0' && c <= '9';
    };
    for (char c : whole) {
        if (!append(c)) return std::nullopt;
    }
    for (std::size_t i = 0; i < 2; ++i) {
        if (!append(i < fraction.size() ? fraction[i] : '0')) return std::nullopt;
    }
    return Money{value};
}

std::string to_decimal(Money amount) {
    auto cents = std::to_string(amount.grosze % 100);
    return std::to_string(amount.grosze / 100) + (cents.size() < 2 ? ".0" : ".") + cents;
}

}  // namespace okienko::model
