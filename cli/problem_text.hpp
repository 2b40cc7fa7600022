#pragma once

#include <ostream>
#include <string>

#include "model/problem.hpp"

namespace okienko::cli {

/// "content/kontakt.md:3:1: nieznany klucz „titel” (może „title”?)", then the line and a caret; for
/// a row of the catalogue "service bank-czasu, pole schedules[0].ends: …".
std::string problem_text(const model::Problem& problem);

/// All of them, each on its own lines.
void print_problems(std::ostream& out, const model::Problems& problems);

}  // namespace okienko::cli
