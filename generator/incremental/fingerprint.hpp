#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace okienko::generator {

/// A number that changes whenever what it was made of does (XXH3, 64 bits). It is written into
/// build records, so how it is computed is part of their format. Not for secrets.
using Fingerprint = std::uint64_t;

/// Of bytes; `seed` makes it go on from an earlier one.
Fingerprint fingerprint_of_bytes(std::string_view bytes, Fingerprint seed = 0);

/// Of a file's bytes, read piece by piece. Throws FileError.
Fingerprint fingerprint_of_contents(const std::filesystem::path& file);

/// Of two in this order.
Fingerprint combined(Fingerprint first, Fingerprint second);

}  // namespace okienko::generator
