#include "server/submission/cell_check.hpp"

#include <algorithm>
#include <optional>

#include "exchange/csv_values.hpp"
#include "exchange/node_table.hpp"
#include "language/utf8.hpp"
#include "model/identifiers.hpp"

namespace okienko::server {
namespace {

using model::Count;
using model::Field;
using model::Kind;
using model::Node;

/// A word of [card_error] for a value that is not of its kind.
std::string_view word_for(Kind kind) {
    switch (kind) {
        case Kind::Integer:
            return "number";
        case Kind::Decimal:
            return "decimal";
        case Kind::Date:
            return "date";
        case Kind::TimeOfDay:
            return "time";
        case Kind::Money:
            return "money";
        case Kind::Email:
            return "email";
        case Kind::Phone:
            return "phone";
        case Kind::Extension:
            return "extension";
        case Kind::WebAddress:
            return "web_address";
        case Kind::PostalCode:
            return "postal_code";
        case Kind::Nip:
            return "nip";
        case Kind::Regon:
            return "regon";
        case Kind::Krs:
            return "krs";
        case Kind::Simc:
            return "simc";
        case Kind::Ulic:
            return "ulic";
        case Kind::Choice:
        case Kind::Slug:
            return "choice";
        case Kind::ScheduleDay:
            return "schedule_day";
        case Kind::LanguageCode:
            return "language_code";
        default:
            return "other";
    }
}

bool is_text(const Field& field) {
    return field.kind == Kind::Text || field.kind == Kind::Paragraphs ||
           field.kind == Kind::Markdown;
}

bool is_picked(const Field& field) {
    return field.kind == Kind::Choice || field.kind == Kind::Slug || field.kind == Kind::Simc ||
           field.kind == Kind::LanguageCode || field.kind == Kind::Boolean;
}

/// The longest text of a value: its own, or of a member of its list.
std::size_t longest_in(const Node& value) {
    if (const auto* text = value.as<std::string>()) return language::character_count(*text);
    std::size_t longest = 0;
    if (const auto* members = value.as<Node::Array>()) {
        for (const auto& each : *members) longest = std::max(longest, longest_in(each));
    }
    return longest;
}

bool holds(const Node& value, const Field& field) {
    model::Document document;
    exchange::put(document.root, field.key, value);
    model::Problems problems;
    model::check_fields(document, document.root, {&field, 1}, problems);
    return problems.empty();
}

std::optional<CellFault> fault_of(const std::string& cell, const Field& field, std::string path) {
    auto value = exchange::csv_value(cell, field);
    const auto* node = std::get_if<Node>(&value);
    if (node && holds(*node, field)) return std::nullopt;
    CellFault fault{.path = std::move(path), .word = std::string{word_for(field.kind)}};
    bool limited = is_text(field) || field.kind == Kind::Extension;
    if (limited && node && longest_in(*node) > static_cast<std::size_t>(field.limit)) {
        fault.word = "too_long";
        fault.typed = longest_in(*node);
    } else if (field.kind == Kind::Text && cell.find('\n') != std::string::npos) {
        fault.word = "one_line";
    }
    fault.most = field.limit;
    return fault;
}

}  // namespace

bool is_blank(const Node& cells) {
    if (const auto* text = cells.as<std::string>()) return exchange::trimmed(*text).empty();
    if (const auto* members = cells.as<Node::Array>()) {
        return std::ranges::all_of(*members, is_blank);
    }
    const auto* table = cells.as<Node::Table>();
    return !table ||
           std::ranges::all_of(*table, [](const auto& entry) { return is_blank(entry.value); });
}

std::vector<CellFault> check_cells(const Node& cells,
                                   std::span<const Field> fields,
                                   const std::string& prefix) {
    std::vector<CellFault> faults;
    for (const auto& field : fields) {
        auto path = prefix + std::string{field.key};
        const auto* cell = cells.find(field.key);
        if (!cell || is_blank(*cell)) {
            if (field.presence != model::Presence::Required) continue;
            faults.push_back(
                {.path = path, .word = is_picked(field) ? "missing_choice" : "missing"});
            continue;
        }
        if (field.kind != Kind::Group) {
            if (auto fault = fault_of(cells.text(field.key), field, path)) {
                faults.push_back(std::move(*fault));
            }
            continue;
        }
        const auto& members = cells.groups(field.key);
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (is_blank(members[i])) continue;
            auto found =
                check_cells(members[i], field.fields, path + "." + std::to_string(i + 1) + ".");
            faults.insert(faults.end(), found.begin(), found.end());
        }
    }
    return faults;
}

std::vector<CellFault> pesels_in(const Node& cells,
                                 std::span<const Field> fields,
                                 const std::string& prefix) {
    std::vector<CellFault> faults;
    for (const auto& field : fields) {
        auto path = prefix + std::string{field.key};
        if (is_text(field) && model::contains_pesel(cells.text(field.key))) {
            faults.push_back({.path = path, .word = "pesel"});
        }
        if (field.kind != Kind::Group) continue;
        const auto& members = cells.groups(field.key);
        for (std::size_t i = 0; i < members.size(); ++i) {
            auto found =
                pesels_in(members[i], field.fields, path + "." + std::to_string(i + 1) + ".");
            faults.insert(faults.end(), found.begin(), found.end());
        }
    }
    return faults;
}

Node card_of_cells(const Node& cells, std::span<const Field> fields) {
    Node card{Node::Table{}};
    for (const auto& field : fields) {
        const auto* cell = cells.find(field.key);
        if (!cell || is_blank(*cell)) continue;
        if (field.kind != Kind::Group) {
            auto value = exchange::csv_value(cells.text(field.key), field);
            auto* node = std::get_if<Node>(&value);
            if (node && holds(*node, field)) exchange::put(card, field.key, std::move(*node));
            continue;
        }
        Node::Array members;
        for (const auto& each : cells.groups(field.key)) {
            if (!is_blank(each)) members.push_back(card_of_cells(each, field.fields));
        }
        exchange::put(card, field.key, Node{std::move(members)});
    }
    return card;
}

}  // namespace okienko::server
