#pragma once

#include "generator/instance.hpp"
#include "generator/settings.hpp"

namespace okienko::generator {

/// okienko.toml, understood, and as it stands in the file.
struct SettingsFile {
    Settings settings;
    model::Document document;
};

/// Throws FileError when the folder has no okienko.toml.
model::Checked<SettingsFile, model::Problem> read_settings_file(const Instance& instance);

}  // namespace okienko::generator
