#pragma once

#include <string>
#include <string_view>

#include "model/document.hpp"
#include "model/problem.hpp"

/// Places in one record of a file, for people.
namespace okienko::exchange {

/// The place of a byte of a record that begins at line `first_line` of `file`, with the part of the
/// line around it: a line of NDJSON may be longer than any screen.
model::Problem problem_in_record(std::string_view file,
                                 int first_line,
                                 std::string_view record,
                                 std::size_t offset,
                                 std::string message,
                                 std::string remedy);

/// The path of the value at that column: "cost_options[1].amount"; empty for the whole record.
std::string path_to(const model::Node& root, int column);

}  // namespace okienko::exchange
