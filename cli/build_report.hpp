#pragma once

#include <chrono>
#include <iosfwd>
#include <string>

#include "generator/build.hpp"

/// What a build says of itself to a person at a terminal, in Polish.
namespace okienko::cli {

/// "1,2 s".
std::string seconds_text(std::chrono::steady_clock::duration took);

/// How long each stage took, a line each.
void print_timings(std::ostream& out, const generator::Timings& timings);

/// Why each file was made: by reason, the addresses below it.
void print_reasons(std::ostream& out, const std::vector<generator::MadeFile>& made);

}  // namespace okienko::cli
