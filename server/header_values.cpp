#include "server/header_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

#include "server/request.hpp"

namespace okienko::server {
namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// Cuts off and returns what stands before the separator.
std::string_view take_until(std::string_view& text, char separator) {
    const auto end = text.find(separator);
    const auto part = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    return part;
}

template <class Number>
std::optional<Number> whole_number(std::string_view digits, int base = 10) {
    Number value{};
    const auto* end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, value, base);
    if (error != std::errc{} || stopped != end) return std::nullopt;
    return value;
}

/// "q=0.25" is 250; without a weight, 1000; nonsense is 0.
int weight_of(std::string_view parameters) {
    while (!parameters.empty()) {
        auto value = take_until(parameters, ';');
        const auto name = take_until(value, '=');
        if (!same_field_name(name, "q")) continue;
        if (value.starts_with('1')) return 1000;
        if (!value.starts_with("0")) return 0;
        if (value.size() > 1 && value[1] != '.') return 0;
        std::string thousandths{value.size() > 2 ? value.substr(2, 3) : ""};
        thousandths.resize(3, '0');
        return static_cast<int>(whole_number<unsigned>(thousandths).value_or(0));
    }
    return 1000;
}

bool stands_for_itself(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') ||
           std::string_view{"-._~/"}.find(letter) != std::string_view::npos;
}

}  // namespace

std::string http_date(std::int64_t seconds_since_1970) {
    using std::chrono::days;
    using std::chrono::seconds;
    constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::chrono::sys_seconds moment{seconds{seconds_since_1970}};
    const auto day = std::chrono::floor<days>(moment);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{moment - day};
    std::array<char, 40> text{};
    std::snprintf(text.data(),
                  text.size(),
                  "%s, %02u %s %04d %02d:%02d:%02d GMT",
                  kDays.at(std::chrono::weekday{day}.c_encoding()),
                  static_cast<unsigned>(date.day()),
                  kMonths.at(static_cast<unsigned>(date.month()) - 1),
                  static_cast<int>(date.year()),
                  static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text.data();
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
    if (trimmed(if_none_match) == "*") return true;
    while (!if_none_match.empty()) {
        auto candidate = take_until(if_none_match, ',');
        if (candidate.starts_with("W/")) candidate.remove_prefix(2);
        if (candidate == tag) return true;
    }
    return false;
}

int encoding_weight(std::string_view accept_encoding, std::string_view encoding) {
    int any = 0;
    while (!accept_encoding.empty()) {
        auto parameters = take_until(accept_encoding, ',');
        const auto name = take_until(parameters, ';');
        if (same_field_name(name, encoding)) return weight_of(parameters);
        if (name == "*") any = weight_of(parameters);
    }
    return any;
}

RangeAnswer requested_range(std::string_view range, std::uint64_t size) {
    using Kind = RangeAnswer::Kind;
    constexpr std::string_view kUnit = "bytes=";
    const RangeAnswer whole{Kind::Whole, 0, size};
    if (!same_field_name(range.substr(0, kUnit.size()), kUnit)) return whole;
    range.remove_prefix(kUnit.size());
    const auto dash = range.find('-');
    if (dash == std::string_view::npos) return whole;
    const auto first_text = trimmed(range.substr(0, dash));
    const auto last_text = trimmed(range.substr(dash + 1));
    const auto first = whole_number<std::uint64_t>(first_text);
    const auto last = whole_number<std::uint64_t>(last_text);
    if (first_text.empty() && last) {
        if (*last == 0 || size == 0) return {Kind::Unsatisfiable, 0, 0};
        const auto length = std::min(*last, size);
        return {Kind::Part, size - length, length};
    }
    if (!first || (!last && !last_text.empty()) || (last && *last < *first)) return whole;
    if (*first >= size) return {Kind::Unsatisfiable, 0, 0};
    const auto end = last && *last < size ? *last + 1 : size;
    return {Kind::Part, *first, end - *first};
}

std::optional<std::string> percent_decoded(std::string_view path) {
    std::string decoded;
    decoded.reserve(path.size());
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] != '%') {
            decoded += path[i];
            continue;
        }
        const auto digits = path.substr(i + 1, 2);
        const auto byte = whole_number<unsigned char>(digits, 16);
        if (digits.size() != 2 || !byte) return std::nullopt;
        decoded += static_cast<char>(*byte);
        i += 2;
    }
    return decoded;
}

std::string percent_encoded(std::string_view path) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string encoded;
    for (const char letter : path) {
        if (stands_for_itself(letter)) {
            encoded += letter;
            continue;
        }
        const auto byte = static_cast<unsigned char>(letter);
        encoded += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
    return encoded;
}

}  // namespace okienko::server
