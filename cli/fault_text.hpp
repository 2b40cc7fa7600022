#pragma once

#include <ostream>

#include "backup/fault.hpp"

namespace okienko::cli {

/// A line for each: "content/kontakt.md: suma kontrolna się nie zgadza".
void print_faults(std::ostream& out, const backup::Faults& faults);

}  // namespace okienko::cli
