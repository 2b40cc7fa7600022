#include "server/search/search_address.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "generator/pages/search_page.hpp"
#include "language/utf8.hpp"
#include "model/identifiers.hpp"

namespace okienko::server {
namespace {

namespace parameter = generator::search_parameter;

constexpr std::size_t kLongestQuery = 400;  ///< In bytes.
constexpr std::size_t kLastPage = 50;

int digit(char c) {
    int value = -1;
    std::from_chars(&c, &c + 1, value, 16);
    return value;
}

std::string decoded(std::string_view value) {
    std::string text;
    for (std::size_t at = 0; at < value.size(); ++at) {
        bool has_digits = value[at] == '%' && at + 2 < value.size() && digit(value[at + 1]) >= 0 &&
                          digit(value[at + 2]) >= 0;
        if (has_digits) {
            text += static_cast<char>(digit(value[at + 1]) * 16 + digit(value[at + 2]));
            at += 2;
        } else {
            text += value[at] == '+' ? ' ' : value[at];
        }
    }
    return text;
}

/// Valid UTF-8 in one line, without spaces around it.
std::string one_line(std::string_view text) {
    std::string line;
    while (!text.empty() && line.size() < kLongestQuery) {
        auto bad = language::first_invalid_byte(text);
        auto good = text.substr(0, bad.value_or(text.size()));
        for (char c : good) {
            bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
            bool space = control || c == ' ';
            if (!space) {
                line += c;
            } else if (!line.empty() && line.back() != ' ') {
                line += ' ';
            }
        }
        text.remove_prefix(std::min(text.size(), good.size() + 1));
    }
    if (line.size() > kLongestQuery) {
        line.resize(kLongestQuery);
        if (auto cut = language::first_invalid_byte(line)) line.resize(*cut);
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

std::size_t number_in(std::string_view text, std::size_t otherwise) {
    std::size_t number = otherwise;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : otherwise;
}

}  // namespace

std::string parameter_in(std::string_view query, std::string_view name) {
    while (!query.empty()) {
        auto pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        auto sign = pair.find('=');
        if (pair.substr(0, sign) != name) continue;
        return one_line(
            decoded(sign == std::string_view::npos ? std::string_view{} : pair.substr(sign + 1)));
    }
    return {};
}

search::Question question_in(std::string_view query, language::Language page) {
    search::Question question;
    question.language = page;
    question.text = parameter_in(query, parameter::kText);
    question.kind = model::from_name<search::Kind>(parameter_in(query, parameter::kKind));
    auto audience = parameter_in(query, parameter::kAudience);
    if (model::is_slug(audience)) question.audience = std::move(audience);
    question.only_free = parameter_in(query, parameter::kFree) == "1";
    auto number =
        std::clamp<std::size_t>(number_in(parameter_in(query, parameter::kPage), 1), 1, kLastPage);
    question.limit = generator::kResultsOnPage;
    question.offset = (number - 1) * generator::kResultsOnPage;
    return question;
}

}  // namespace okienko::server
