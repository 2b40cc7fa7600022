#include "language/phones.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "language/characters.hpp"

namespace okienko::language {

namespace {

constexpr std::string_view kPoland = "48";
constexpr std::string_view kUkraine = "380";
constexpr std::size_t kNationalDigits = 9;      // in Poland and in Ukraine
constexpr std::size_t kLongestShortNumber = 6;  // 116 111

struct PhoneNumber {
    std::string country;  ///< calling code without plus; empty for a short number
    std::string national;
};

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) {
        return c >= '0' && c <= '9';
    });
    return digits;
}

/// ITU-T E.164: +1 and +7 alone, the two-digit codes below, three digits for all others.
std::size_t calling_code_length(std::string_view digits) {
    static constexpr std::array<std::string_view, 43> kTwoDigitCodes{
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
        "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
        "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95"};
    if (digits.front() == '1' || digits.front() == '7') {
        return 1;
    }
    const std::string_view two = digits.substr(0, 2);
    const bool is_two =
        two == "98" ||
        std::find(kTwoDigitCodes.begin(), kTwoDigitCodes.end(), two) != kTwoDigitCodes.end();
    return std::min<std::size_t>(is_two ? 2 : 3, digits.size());
}

PhoneNumber read_phone(std::string_view number) {
    std::string digits = digits_of(number);
    if (number.find('+') == std::string_view::npos || digits.empty()) {
        const bool is_polish = digits.size() == kNationalDigits;
        return {is_polish ? std::string(kPoland) : std::string(), std::move(digits)};
    }
    const std::size_t code_length = calling_code_length(digits);
    PhoneNumber phone{digits.substr(0, code_length), digits.substr(code_length)};
    if (phone.country == kPoland && phone.national.size() <= kLongestShortNumber) {
        phone.country.clear();  // short numbers do not answer behind +48
    }
    return phone;
}

/// Numbering plan of Poland: mobile prefixes, and services that belong to no town.
bool is_polish_number_without_area(std::string_view national) {
    static constexpr std::array<std::string_view, 15> kPrefixes{
        "45", "50", "51", "53", "57", "60", "66", "69", "72", "73", "78", "79", "88", "80", "70"};
    return std::find(kPrefixes.begin(), kPrefixes.end(), national.substr(0, 2)) != kPrefixes.end();
}

using GroupSizes = std::vector<std::size_t>;

/// Threes, with the last four digits in pairs rather than one left alone.
GroupSizes threes(std::size_t digits) {
    GroupSizes sizes;
    while (digits > 4) {
        sizes.push_back(3);
        digits -= 3;
    }
    if (digits == 4) {
        return sizes.insert(sizes.end(), 2, 2), sizes;
    }
    sizes.push_back(digits);
    return sizes;
}

GroupSizes group_sizes(const PhoneNumber& phone) {
    const std::size_t size = phone.national.size();
    if (phone.country.empty() && size <= kLongestShortNumber) {
        return size == 6 ? GroupSizes{3, 3} : size == 5 ? GroupSizes{2, 3} : GroupSizes{size};
    }
    const bool has_area =
        phone.country == kUkraine ||
        (phone.country == kPoland && !is_polish_number_without_area(phone.national));
    return has_area && size == kNationalDigits ? GroupSizes{2, 3, 2, 2} : threes(size);
}

bool shows_country(const PhoneNumber& phone) {
    return !phone.country.empty() &&
           !(phone.country == kPoland && phone.national.size() == kNationalDigits);
}

}  // namespace

std::string phone_display(std::string_view number) {
    const PhoneNumber phone = read_phone(number);
    if (phone.national.empty()) {
        return std::string(number);
    }
    std::string display = shows_country(phone) ? "+" + phone.country : std::string();
    std::size_t at = 0;
    for (const std::size_t size : group_sizes(phone)) {
        if (!display.empty()) {
            display += kNoBreakSpace;
        }
        display.append(phone.national, at, size);
        at += size;
    }
    return display;
}

std::string phone_uri(std::string_view number, std::string_view extension) {
    const PhoneNumber phone = read_phone(number);
    if (phone.national.empty()) {
        return {};
    }
    std::string uri = "tel:";
    if (!phone.country.empty()) {
        uri.append("+").append(phone.country);
    }
    uri += phone.national;
    const std::string inner = digits_of(extension);
    return inner.empty() ? uri : uri + ";ext=" + inner;
}

}  // namespace okienko::language
