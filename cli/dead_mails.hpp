#pragma once

#include <ostream>

#include "db/office.hpp"

namespace okienko::cli {

/// A line for each mail that could not be delivered, whatever it is about: somebody has to call.
void print_dead_mails(std::ostream& out, const db::Office& office);

}  // namespace okienko::cli
