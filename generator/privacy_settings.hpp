#pragma once

#include "generator/settings.hpp"
#include "generator/settings_problems.hpp"
#include "model/document.hpp"

namespace okienko::generator {

/// The clauses about personal data, from the checked group `privacy`.
PrivacySettings read_privacy_settings(const model::Node& node, SettingsProblems& problems);

}  // namespace okienko::generator
