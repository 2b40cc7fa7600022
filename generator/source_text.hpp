#pragma once

#include <string>
#include <string_view>

#include "model/problem.hpp"

namespace okienko::generator {

struct LineColumn {
    int line = 1;
    int column = 1;  ///< In characters.
};

/// The line and column, from 1, of a byte of a text: the one place where offsets become positions.
LineColumn locate(std::string_view text, std::size_t offset);

/// A problem at a byte of a file, with the line that is shown above the caret.
model::Problem problem_at_offset(std::string_view file,
                                 std::string_view text,
                                 std::size_t offset,
                                 std::string message,
                                 std::string remedy = {});

/// A problem at a line and column of a file.
model::Problem problem_at_line(std::string_view file,
                               std::string_view text,
                               LineColumn at,
                               std::string message,
                               std::string remedy = {});

}  // namespace okienko::generator
