#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "model/document.hpp"
#include "model/field.hpp"

namespace okienko::exchange {

struct CsvFault {
    std::string message;
    std::string remedy;
};

/// What a cell says, as the field wants it; spreadsheets rewrite dates, numbers and phones in ways
/// of their own, and those that leave no doubt are understood.
std::variant<model::Node, CsvFault> csv_value(std::string_view cell, const model::Field& field);

/// The cell of a value: a list has a line for each of its members.
std::string csv_text(const model::Node& value);

/// Without spaces, also unbreakable ones, around it.
std::string trimmed(std::string_view text);

/// ASCII letters only: names of columns and codes have no others.
std::string in_small_letters(std::string text);

}  // namespace okienko::exchange
