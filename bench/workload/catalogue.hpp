#pragma once

#include <cstddef>
#include <filesystem>

#include "model/catalogue.hpp"

namespace okienko::bench {

/// A catalogue of `services` invented services, a tenth as many providers and a twentieth as many
/// places. Domains, audiences, situations, localities and the programme are the demonstration's, in
/// `share`/db/demo. Throws std::runtime_error when those cannot be read.
model::Catalogue invented_catalogue(std::size_t services, const std::filesystem::path& share);

}  // namespace okienko::bench
