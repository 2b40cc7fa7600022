#pragma once

#include "tests/program.hpp"

namespace okienko::tests {

/// Runs the program and kills it when it is about to change the file system for the `nth` time
/// (from 1): before it makes, renames, removes or flushes something. So a test can stop it at every
/// point that a power cut or a kill could find it at, not only at lucky ones. Answers false when it
/// ended by itself before that.
bool kill_at_change(int nth, const ProgramArguments& arguments);

}  // namespace okienko::tests
