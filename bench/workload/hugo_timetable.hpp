#pragma once

#include <string>

#include "model/catalogue.hpp"

/// The timetable of all services, sorted for Hugo.
namespace okienko::bench {

/// Which schedule stands where in the table, and which day differs; or only that there are too
/// many.
std::string timetable_json(const model::Catalogue& catalogue);

/// The sheets of this and the next week and month, by their place below /harmonogram/, with every
/// meeting computed; or only their titles when there are too many services.
std::string sheets_json(const model::Catalogue& catalogue);

}  // namespace okienko::bench
