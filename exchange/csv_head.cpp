#include "exchange/csv_head.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>

#include "exchange/csv_kinds.hpp"
#include "exchange/csv_values.hpp"
#include "model/suggestion.hpp"

namespace okienko::exchange {
namespace {

using model::Field;
using model::Kind;

std::vector<std::string_view> parts_of(std::string_view name) {
    std::vector<std::string_view> parts;
    while (true) {
        auto dot = name.find('.');
        parts.push_back(name.substr(0, dot));
        if (dot == std::string_view::npos) return parts;
        name.remove_prefix(dot + 1);
    }
}

std::optional<std::size_t> number_of(std::string_view text) {
    std::size_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool good =
        error == std::errc{} && end == text.data() + text.size() && number > 0 && number <= 1000;
    return good ? std::optional{number} : std::nullopt;
}

std::optional<std::vector<CsvStep>> path_of(std::string_view name) {
    std::vector<CsvStep> path;
    for (auto part : parts_of(name)) {
        auto number = number_of(part);
        if (part.empty() || (number && path.empty())) return std::nullopt;
        if (number) {
            path.back().number = *number;
        } else {
            path.push_back({std::string{part}, 0});
        }
    }
    return path;
}

const Field* resolve(std::span<const Field> fields, const std::vector<CsvStep>& path) {
    const Field* found = nullptr;
    for (const auto& step : path) {
        auto field = std::ranges::find(fields, step.key, &Field::key);
        if (field == fields.end()) return nullptr;
        found = &*field;
        bool group = field->kind == Kind::Group;
        if (group != (step.number > 0)) return nullptr;
        fields = field->fields;
    }
    return found && found->kind != Kind::Group ? found : nullptr;
}

std::string suggestion(std::string_view name) {
    std::vector<std::string_view> candidates;
    for (const auto& kind : table_kinds()) {
        for (const auto& field : kind.fields) candidates.push_back(field.key);
    }
    auto near = model::did_you_mean(name, candidates);
    return near.empty() ? "zob. docs/reference/tabela-csv.md" : near;
}

}  // namespace

CsvHead::CsvHead(const CsvRow& row) {
    for (const auto& cell : row.cells) add_column(cell);
    require_distinct_columns();
    if (column_at(kCardColumn) == columns_.size()) {
        faults_.push_back({0, "brak kolumny „card”", "wpisz w niej: service, provider albo place"});
    }
}

std::size_t CsvHead::column_at(std::string_view name) const {
    auto found = std::ranges::find(columns_, name, &CsvColumn::name);
    return static_cast<std::size_t>(found - columns_.begin());
}

void CsvHead::add_column(const CsvCell& cell) {
    auto& column = columns_.emplace_back();
    column.name = in_small_letters(trimmed(cell.text));
    column.offset = cell.offset;
    if (column.name.empty() || column.name == kCardColumn || column.name == kSourceColumn) return;
    if (auto path = path_of(column.name)) {
        column.path = std::move(*path);
        for (std::size_t i = 0; i < table_kinds().size(); ++i) {
            column.field[i] = resolve(table_kinds()[i].fields, column.path);
        }
    }
    auto known = [](const Field* field) { return field != nullptr; };
    if (std::none_of(column.field.begin(), column.field.end(), known)) {
        faults_.push_back(
            {cell.offset, "nieznana kolumna „" + column.name + "”", suggestion(column.name)});
    }
}

void CsvHead::require_distinct_columns() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (!columns_[i].name.empty() && column_at(columns_[i].name) < i) {
            faults_.push_back({columns_[i].offset,
                               "kolumna „" + columns_[i].name + "” powtarza się",
                               "usuń jedną z nich"});
        }
    }
}

}  // namespace okienko::exchange
