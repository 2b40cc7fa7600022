#pragma once

#include <string>
#include <vector>

namespace okienko::cli {

/// Starts this program again with other arguments, in a session of its own and without a terminal,
/// and does not wait for it: for work that nobody should have to wait for. A failure to start it is
/// not reported; the work is done another time.
void start_detached(std::vector<std::string> arguments);

}  // namespace okienko::cli
