#pragma once

#include "generator/settings.hpp"
#include "generator/settings_problems.hpp"
#include "model/document.hpp"

namespace okienko::generator {

/// What the accessibility declaration says, from the checked group `accessibility`.
AccessibilitySettings read_accessibility_settings(const model::Node& node,
                                                  SettingsProblems& problems);

}  // namespace okienko::generator
