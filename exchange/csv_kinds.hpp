#pragma once

#include <span>
#include <string_view>

#include "exchange/read_card.hpp"
#include "model/checked.hpp"
#include "model/document.hpp"
#include "model/field.hpp"

/// What a table may have in its rows.
namespace okienko::exchange {

/// Columns that are no fields of a card: which kind of card the row is, and how its source calls
/// it.
inline constexpr std::string_view kCardColumn = "card";
inline constexpr std::string_view kSourceColumn = "source_id";

/// A kind of card in a table: its name in the column `card`, its fields, and how a card is read.
struct TableKind {
    std::string_view name;
    std::span<const model::Field> fields;
    model::Checked<CardValue, model::Problem> (*read)(model::Document document);
};

/// In the order in which they stand in a table, what people write first.
std::span<const TableKind> table_kinds();

}  // namespace okienko::exchange
