#include "model/identifiers.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <string>

namespace okienko::model {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_alnum(char c) {
    return is_digit(c) || is_lower(c) || (c >= 'A' && c <= 'Z');
}

bool is_digits(std::string_view text, std::size_t count) {
    return text.size() == count && std::all_of(text.begin(), text.end(), is_digit);
}

template <std::size_t N>
int weighted_sum(std::string_view text, const std::array<int, N>& weights) {
    int sum = 0;
    for (std::size_t i = 0; i < N; ++i) sum += (text[i] - '0') * weights[i];
    return sum;
}

/// Modulo 11 where the remainder 10 is written as the digit 0.
template <std::size_t N>
bool check_digit_holds(std::string_view text, const std::array<int, N>& weights) {
    return weighted_sum(text, weights) % 11 % 10 == text[N] - '0';
}

constexpr std::array kNipWeights{6, 5, 7, 2, 3, 4, 5, 6, 7};
constexpr std::array kRegonWeights{8, 9, 2, 3, 4, 5, 6, 7};
constexpr std::array kLongRegonWeights{2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8};
constexpr std::array kSimcWeights{2, 3, 4, 5, 6, 7};
constexpr std::array kPeselWeights{1, 3, 7, 9, 1, 3, 7, 9, 1, 3};

int two_digits(std::string_view text) {
    return (text[0] - '0') * 10 + (text[1] - '0');
}

/// The month of a PESEL tells the century: 81–92 for the 1800s, 01–12 for the 1900s, 21–32 …
bool has_day_of_birth(std::string_view pesel) {
    constexpr std::array kCenturies{1900, 2000, 2100, 2200, 1800};
    int month = two_digits(pesel.substr(2));
    int year = kCenturies[static_cast<std::size_t>(month / 20)] + two_digits(pesel);
    std::chrono::year_month_day day{
        std::chrono::year{year},
        std::chrono::month{static_cast<unsigned>(month % 20)},
        std::chrono::day{static_cast<unsigned>(two_digits(pesel.substr(4)))}};
    return day.ok();
}

bool is_mark_between_digits(std::string_view text, std::size_t at) {
    bool mark = text[at] == ' ' || text[at] == '-';
    return mark && at > 0 && is_digit(text[at - 1]) && at + 1 < text.size() &&
           is_digit(text[at + 1]);
}

bool is_domain_label(std::string_view label) {
    return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(), [](char c) { return is_alnum(c) || c == '-'; });
}

bool is_domain(std::string_view text) {
    int labels = 0;
    while (true) {
        auto dot = text.find('.');
        if (!is_domain_label(text.substr(0, dot))) return false;
        ++labels;
        if (dot == std::string_view::npos) return labels >= 2;
        text.remove_prefix(dot + 1);
    }
}

/// As an IP address does and no domain name: there is no top-level domain of digits (RFC 3696 §2).
bool ends_in_a_number(std::string_view text) {
    auto last = text.substr(text.rfind('.') + 1);
    return is_digits(last, last.size());
}

}  // namespace

bool is_slug(std::string_view text) {
    if (text.empty() || text.size() > 80 || text.front() == '-' || text.back() == '-') return false;
    if (text.find("--") != std::string_view::npos) return false;
    return std::all_of(
        text.begin(), text.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        bool hex = is_digit(text[i]) || (text[i] >= 'a' && text[i] <= 'f');
        if (hyphen ? text[i] != '-' : !hex) return false;
    }
    return true;
}

bool is_nip(std::string_view text) {
    return is_digits(text, 10) && weighted_sum(text, kNipWeights) % 11 == text[9] - '0';
}

bool is_regon(std::string_view text) {
    if (is_digits(text, 9)) return check_digit_holds(text, kRegonWeights);
    return is_digits(text, 14) && check_digit_holds(text.substr(0, 9), kRegonWeights) &&
           check_digit_holds(text, kLongRegonWeights);
}

bool is_krs(std::string_view text) {
    return is_digits(text, 10);
}

bool is_pesel(std::string_view text) {
    if (!is_digits(text, 11) || !has_day_of_birth(text)) return false;
    int rest = weighted_sum(text, kPeselWeights) % 10;
    return (10 - rest) % 10 == text[10] - '0';
}

bool contains_pesel(std::string_view text) {
    std::string digits;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is_digit(text[i])) {
            digits += text[i];
        } else if (i == text.size() || !is_mark_between_digits(text, i)) {
            if (is_pesel(digits)) return true;
            digits.clear();
        }
    }
    return false;
}

bool is_terc(std::string_view text) {
    return is_digits(text, 7) &&
           std::string_view{"1234589"}.find(text[6]) != std::string_view::npos;
}

bool is_simc(std::string_view text) {
    return is_digits(text, 7) && check_digit_holds(text, kSimcWeights);
}

bool is_ulic(std::string_view text) {
    return is_digits(text, 5);
}

bool is_postal_code(std::string_view text) {
    return text.size() == 6 && text[2] == '-' && is_digits(text.substr(0, 2), 2) &&
           is_digits(text.substr(3), 3);
}

bool is_phone(std::string_view text) {
    bool international = text.starts_with('+');
    if (international) text.remove_prefix(1);
    std::size_t shortest = international ? 8 : 3;
    std::size_t longest = international ? 15 : 6;
    return text.size() >= shortest && text.size() <= longest && is_digits(text, text.size()) &&
           text.front() != '0';
}

bool is_email(std::string_view text) {
    auto at = text.rfind('@');
    if (at == std::string_view::npos || at == 0 || at > 64 || text.size() > 254) return false;
    auto local = text.substr(0, at);
    bool dots_apart =
        local.front() != '.' && local.back() != '.' && local.find("..") == std::string_view::npos;
    return dots_apart &&
           std::all_of(local.begin(),
                       local.end(),
                       [](char c) {
                           return is_alnum(c) || std::string_view{".!#$%&'*+/=?^_`{|}~-"}.find(c) !=
                                                     std::string_view::npos;
                       }) &&
           is_domain(text.substr(at + 1)) && !ends_in_a_number(text);
}

bool is_web_address(std::string_view text) {
    for (std::string_view scheme : {"https://", "http://"}) {
        if (!text.starts_with(scheme)) continue;
        auto rest = text.substr(scheme.size());
        auto host = rest.substr(0, rest.find_first_of("/?#"));
        auto name = host.substr(0, host.find(':'));
        bool clean = text.size() <= 500 && std::none_of(text.begin(), text.end(), [](char c) {
                         return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' ||
                                c == '>' || c == '\\' || c == '`';
                     });
        return clean && (is_domain(name) || name == "localhost");
    }
    return false;
}

bool is_language_code(std::string_view text) {
    return text.size() == 2 && is_lower(text[0]) && is_lower(text[1]);
}

}  // namespace okienko::model
