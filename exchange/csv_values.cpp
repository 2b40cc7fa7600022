#include "exchange/csv_values.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "exchange/hsds_schedule.hpp"
#include "exchange/typed_card.hpp"
#include "language/characters.hpp"

namespace okienko::exchange {
namespace {

using language::kNoBreakSpace;
using model::Field;
using model::Kind;
using model::Node;

bool is_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
}

std::string without(std::string text, std::string_view part) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part)) {
        text.erase(at, part.size());
    }
    return text;
}

/// Digits without the spaces that people put between them.
std::string compact(std::string_view text) {
    return without(without(std::string{text}, kNoBreakSpace), " ");
}

CsvFault fault(std::string_view text, const char* is_not, const char* remedy) {
    return {"„" + shortened(text, 40) + "” " + is_not, remedy};
}

/// A sheet writes long numbers as "4,8999E+10": their digits are lost.
bool is_scientific(std::string_view text) {
    auto e = text.find_first_of("eE");
    return e != std::string_view::npos && e > 0 &&
           std::isdigit(static_cast<unsigned char>(text[0])) &&
           text.substr(e + 1).starts_with('+') && is_digits(text.substr(e + 2));
}

/// "2026-03-05", "5.03.2026", each with or without a time.
std::optional<model::Date> date_of(std::string text) {
    if (auto date = hsds_date(text)) return date;
    text = text.substr(0, text.find(' '));
    std::array<int, 3> parts{};
    const char* at = text.data();
    const char* end = at + text.size();
    for (std::size_t i = 0; i < 3; ++i) {
        auto [next, error] = std::from_chars(at, end, parts[i]);
        bool last = i == 2;
        if (error != std::errc{} || (last ? next != end : next == end || *next != '.')) return {};
        at = next + 1;
    }
    model::Date date{std::chrono::year{parts[2]},
                     std::chrono::month{static_cast<unsigned>(parts[1])},
                     std::chrono::day{static_cast<unsigned>(parts[0])}};
    return date.ok() && parts[2] >= 1000 ? std::optional{date} : std::nullopt;
}

/// "9:00", "09:00:00", "9.00".
std::string time_of(std::string text) {
    std::replace(text.begin(), text.end(), '.', ':');
    if (text.size() > 1 && text[1] == ':') text.insert(0, "0");
    if (text.size() == 8 && text.ends_with(":00")) text.resize(5);
    return text;
}

/// "1 234,50 zł".
std::string money_of(std::string_view text) {
    auto amount = without(without(compact(text), "zł"), "PLN");
    auto money = model::parse_money(amount);
    return money ? model::to_decimal(*money) : amount;
}

/// "85 715 25 50" and what a sheet leaves of "+48857152550".
std::string phone_of(std::string_view text) {
    auto number = compact(text);
    std::erase_if(number, [](char c) { return c == '-' || c == '(' || c == ')'; });
    if (is_digits(number) && number.size() == 9) return "+48" + number;
    if (is_digits(number) && number.size() == 11 && number.starts_with("48")) return "+" + number;
    return number;
}

/// Registers' numbers have zeros in front, which a sheet takes away.
std::string with_zeros(std::string text, std::size_t length) {
    if (is_digits(text) && text.size() < length && text.size() + 3 >= length) {
        text.insert(0, length - text.size(), '0');
    }
    return text;
}

/// Nine or fourteen digits.
std::string regon_of(std::string_view text) {
    auto digits = without(compact(text), "-");
    return with_zeros(digits, digits.size() <= 9 ? 9 : 14);
}

/// "18100", and "5100" for 05-100.
std::string postal_code_of(std::string_view text) {
    auto digits = with_zeros(compact(text), 5);
    if (is_digits(digits) && digits.size() == 5) digits.insert(2, "-");
    return digits;
}

// One case for each kind of field. NOLINTNEXTLINE(readability-function-cognitive-complexity)
std::variant<Node, CsvFault> one_value(std::string_view cell, const Field& field) {
    if (field.kind == Kind::Text || field.kind == Kind::Paragraphs ||
        field.kind == Kind::Markdown) {
        return Node{std::string{cell}};
    }
    auto text = trimmed(cell);
    if (is_scientific(text) && field.kind != Kind::Decimal) {
        return fault(text,
                     "to liczba, którą arkusz zapisał w skrócie; jej cyfry przepadły",
                     "ustaw w arkuszu format komórki „Tekst” i wpisz ją jeszcze raz");
    }
    switch (field.kind) {
        case Kind::Date:
            if (auto date = date_of(text)) return Node{*date};
            return fault(text, "nie jest datą", "zapisz ją tak: 2026-03-05 albo 5.03.2026");
        case Kind::Integer: {
            auto digits = compact(text);
            if (digits.ends_with(",0") || digits.ends_with(".0")) digits.resize(digits.size() - 2);
            std::int64_t number = 0;
            const char* end = digits.data() + digits.size();
            auto [at, error] = std::from_chars(digits.data(), end, number);
            if (error == std::errc{} && at == end) return Node{number};
            return fault(text, "nie jest liczbą całkowitą", "wpisz same cyfry, np. 7");
        }
        case Kind::Decimal: {
            std::replace(text.begin(), text.end(), ',', '.');
            double number = 0;
            const char* end = text.data() + text.size();
            auto [at, error] = std::from_chars(text.data(), end, number);
            if (error == std::errc{} && at == end) return Node{number};
            return fault(text, "nie jest liczbą", "np. 53,76");
        }
        case Kind::Boolean: {
            auto word = in_small_letters(text);
            for (const auto* yes : {"true", "tak", "prawda", "1", "t"}) {
                if (word == yes) return Node{true};
            }
            for (const auto* no : {"false", "nie", "fałsz", "FAŁSZ", "0", "n"}) {
                if (word == no || text == no) return Node{false};
            }
            return fault(text, "nie znaczy ani tak, ani nie", "wpisz tak albo nie");
        }
        case Kind::TimeOfDay:
            return Node{time_of(text)};
        case Kind::Money:
            return Node{money_of(text)};
        case Kind::Phone:
            return Node{phone_of(text)};
        case Kind::Terc:
        case Kind::Simc:
            return Node{with_zeros(compact(text), 7)};
        case Kind::Ulic:
            return Node{with_zeros(compact(text), 5)};
        case Kind::Krs:
            return Node{with_zeros(compact(text), 10)};
        case Kind::Nip:
            return Node{without(compact(text), "-")};
        case Kind::Regon:
            return Node{regon_of(text)};
        case Kind::PostalCode:
            return Node{postal_code_of(text)};
        case Kind::Uuid:
        case Kind::LanguageCode:
        case Kind::Choice:
            return Node{in_small_letters(text)};
        default:
            return Node{text};
    }
}

/// Texts are one a line; codes and slugs, which have no commas, also side by side.
std::vector<std::string> members_of(std::string_view cell, const Field& field) {
    std::string_view ends = field.kind == Kind::Text ? "\n" : "\n,;";
    std::vector<std::string> members;
    while (!cell.empty()) {
        auto end = cell.find_first_of(ends);
        auto each = cell.substr(0, end);
        if (!trimmed(each).empty()) members.emplace_back(each);
        cell = end == std::string_view::npos ? std::string_view{} : cell.substr(end + 1);
    }
    return members;
}

struct CellText {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool flag) const { return flag ? "tak" : "nie"; }
    std::string operator()(model::Date date) const { return model::to_iso(date); }
    std::string operator()(double number) const {
        std::array<char, 32> digits{};
        auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        std::string text(digits.data(), end);
        std::replace(text.begin(), text.end(), '.', ',');
        return text;
    }
    std::string operator()(const Node::Array& members) const {
        std::string text;
        for (const auto& each : members) {
            if (&each != &members.front()) text += '\n';
            text += csv_text(each);
        }
        return text;
    }
    std::string operator()(const Node::Table&) const { return {}; }
};

}  // namespace

std::variant<Node, CsvFault> csv_value(std::string_view cell, const Field& field) {
    if (field.count == model::Count::One) return one_value(cell, field);
    Node::Array members;
    for (const auto& each : members_of(cell, field)) {
        auto value = one_value(each, field);
        if (std::holds_alternative<CsvFault>(value)) return value;
        members.push_back(std::move(std::get<Node>(value)));
    }
    return Node{std::move(members)};
}

std::string csv_text(const Node& value) {
    return std::visit(CellText{}, value.value);
}

std::string in_small_letters(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return text;
}

std::string trimmed(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) {
            text.remove_prefix(1);
        }
        while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) {
            text.remove_suffix(1);
        }
        if (text.starts_with(kNoBreakSpace)) {
            text.remove_prefix(kNoBreakSpace.size());
            again = true;
        }
        if (text.ends_with(kNoBreakSpace)) {
            text.remove_suffix(kNoBreakSpace.size());
            again = true;
        }
    }
    return std::string{text};
}

}  // namespace okienko::exchange
