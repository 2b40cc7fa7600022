#include "exchange/typed_card.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "exchange/hsds_schedule.hpp"
#include "language/characters.hpp"
#include "language/utf8.hpp"

namespace okienko::exchange {
namespace {

using model::Count;
using model::Field;
using model::Kind;
using model::Node;
using model::Presence;

const Field* field_of(std::span<const Field> fields, std::string_view key) {
    auto found = std::ranges::find(fields, key, &Field::key);
    return found == fields.end() ? nullptr : &*found;
}

void make_small(std::string& text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
}

void give_type(Node& value, const Field& field, std::vector<ValueFault>& faults) {
    if (field.kind == Kind::Group) return give_types(value, field.fields, faults);
    if (field.kind == Kind::Integer) {
        if (const auto* decimal = value.as<double>();
            decimal && std::floor(*decimal) == *decimal && std::abs(*decimal) < 1e9) {
            value.value = static_cast<std::int64_t>(*decimal);
        }
    }
    auto* text = std::get_if<std::string>(&value.value);
    if (!text) return;
    if (field.kind == Kind::Uuid) make_small(*text);
    if (field.kind == Kind::Date) {
        if (auto date = hsds_date(*text)) {
            value.value = *date;
        } else {
            faults.push_back(
                {value.column,
                 "„" + std::string{field.key} + "”: „" + shortened(*text, 40) + "” nie jest datą",
                 "zapisz ją tak: 2026-03-05"});
        }
    }
}

/// "(85) 715-25 50" → "+48857152550", as far as it can be guessed.
std::string dialled(std::string_view text) {
    std::string digits;
    for (char c : text) {
        if (std::isdigit(static_cast<unsigned char>(c))) digits += c;
    }
    if (text.find('+') != std::string_view::npos) return "+" + digits;
    if (digits.starts_with("00")) return "+" + digits.substr(2);
    if (digits.size() == 9) return "+48" + digits;
    return digits.size() > 6 ? "+" + digits : digits;
}

class Fitter {
  public:
    explicit Fitter(std::vector<std::string>& losses) : losses_(losses) {}

    void fit_table(Node& table, std::span<const Field> fields) {
        auto& entries = *std::get_if<Node::Table>(&table.value);
        std::erase_if(entries, [&](model::DocumentEntry& entry) {
            const auto* field = field_of(fields, entry.key);
            return !field || !fit_entry(entry.value, *field);
        });
    }

  private:
    /// False when nothing fit is left.
    bool fit_entry(Node& value, const Field& field) {
        if (field.count == Count::One) return fit_value(value, field);
        auto* list = std::get_if<Node::Array>(&value.value);
        if (!list) return lose(field, "nie jest listą");
        std::erase_if(*list, [&](Node& member) { return !fit_value(member, field); });
        return !list->empty();
    }

    bool fit_value(Node& value, const Field& field) {
        if (field.kind == Kind::Group) return fit_group(value, field);
        if (field.kind == Kind::Text || field.kind == Kind::Paragraphs ||
            field.kind == Kind::Markdown) {
            return fit_text(value, field);
        }
        if (field.kind == Kind::Phone) {
            if (const auto* number = value.as<std::int64_t>())
                value.value = std::to_string(*number);
            if (const auto* text = value.as<std::string>()) value.value = dialled(*text);
        }
        model::Problems problems;
        static const model::Document kNowhere{};
        Node table{Node::Table{{std::string{field.key}, 1, 1, value}}};
        auto alone = field;
        alone.count = Count::One;
        model::check_fields(kNowhere, table, {&alone, 1}, problems);
        return problems.empty() || lose(field, "ma wartość, której nie przyjmujemy");
    }

    bool fit_group(Node& value, const Field& field) {
        if (!value.as<Node::Table>()) return lose(field, "nie jest grupą pól");
        fit_table(value, field.fields);
        for (const auto& inner : field.fields) {
            if (inner.presence == Presence::Required && !value.find(inner.key)) {
                return lose(field, "nie ma pola " + std::string{inner.key});
            }
        }
        return true;
    }

    bool fit_text(Node& value, const Field& field) {
        if (const auto* number = value.as<std::int64_t>()) value.value = std::to_string(*number);
        auto* text = std::get_if<std::string>(&value.value);
        if (!text) return lose(field, "nie jest tekstem");
        if (language::is_blank(*text)) return false;
        if (field.kind == Kind::Text) *text = in_one_line(*text);
        auto length = language::character_count(*text);
        if (field.limit > 0 && length > static_cast<std::size_t>(field.limit)) {
            *text = shortened(*text, field.limit);
            lose(field, "jest za długie i zostało skrócone");
        }
        return true;
    }

    bool lose(const Field& field, const std::string& why) {
        losses_.push_back("„" + std::string{field.key} + "” " + why);
        return false;
    }

    std::vector<std::string>& losses_;
};

}  // namespace

void give_types(Node& card, std::span<const Field> fields, std::vector<ValueFault>& faults) {
    auto* entries = std::get_if<Node::Table>(&card.value);
    if (!entries) return;
    for (auto& entry : *entries) {
        const auto* field = field_of(fields, entry.key);
        if (!field) continue;
        auto* list = std::get_if<Node::Array>(&entry.value.value);
        if (field->count == Count::One) {
            give_type(entry.value, *field, faults);
        } else if (list && (field->kind == Kind::Group || field->kind == Kind::Date ||
                            field->kind == Kind::Integer)) {
            for (auto& member : *list) give_type(member, *field, faults);
        }
    }
}

void make_fit(Node& card, std::span<const Field> fields, std::vector<std::string>& losses) {
    Fitter{losses}.fit_table(card, fields);
}

std::string shortened(std::string_view text, int limit) {
    if (language::character_count(text) <= static_cast<std::size_t>(limit)) {
        return std::string{text};
    }
    std::size_t at = 0;
    for (int i = 1; i < limit; ++i) static_cast<void>(language::next_character(text, at));
    return std::string{text.substr(0, at)} + "…";
}

std::string in_one_line(std::string_view text) {
    std::string line;
    for (char c : text) {
        bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!space) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

}  // namespace okienko::exchange
