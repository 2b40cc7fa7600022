#pragma once

#include <string>
#include <string_view>

#include "server/submission/dossier.hpp"
#include "server/submission/field_options.hpp"

namespace okienko::server {

/// What the cell at a path of a card says, in words: what was chosen by its label ("free" →
/// "bezpłatnie"), days by their names; any other text as it is. A line for each member of a list.
std::string spoken_value(const model::Node& card,
                         CardKind kind,
                         std::string_view path,
                         const std::string& text,
                         const FieldOptions& options,
                         const generator::Words& words);

}  // namespace okienko::server
