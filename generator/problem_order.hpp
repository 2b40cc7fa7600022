#pragma once

#include "model/problem.hpp"

namespace okienko::generator {

/// A file's problems together and from top to bottom, files in the order in which they came up.
/// The catalogue counts as one file.
void sort_by_place(model::Problems& problems);

}  // namespace okienko::generator
