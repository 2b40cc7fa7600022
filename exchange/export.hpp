#pragma once

#include <filesystem>

#include "exchange/hsds_export.hpp"

namespace okienko::exchange {

enum class Format { Hsds, Csv };

/// Writes the whole catalogue, as it stood at one moment. Throws DatabaseError.
void export_catalogue(const std::filesystem::path& catalogue, Format format, const Sink& sink);

}  // namespace okienko::exchange
