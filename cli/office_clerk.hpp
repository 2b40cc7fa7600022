#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "db/office.hpp"
#include "generator/instance.hpp"
#include "generator/settings.hpp"

/// Who works at the command line, and how moments are told there.
namespace okienko::cli {

/// The account that somebody works with, now: it stands in the audit.
db::Actor clerk();

/// "5.03.2026 14:30", as the clock on the centre's wall says.
std::string moment_text(std::chrono::sys_seconds moment, const std::string& zone);

/// Nothing while they are broken. Throws where there is no okienko.toml, so that no other folder
/// gets an office.db.
std::optional<generator::Settings> centre_settings(const generator::Instance& instance);

/// The centre's clock; the usual one without settings.
std::string zone_of(const std::optional<generator::Settings>& settings);

}  // namespace okienko::cli
