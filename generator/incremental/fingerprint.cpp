#include "generator/incremental/fingerprint.hpp"

#include <xxhash.h>

#include <array>

namespace okienko::generator {

Fingerprint fingerprint_of_bytes(std::string_view bytes, Fingerprint seed) {
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

Fingerprint combined(Fingerprint first, Fingerprint second) {
    std::array pair{first, second};
    return XXH3_64bits(pair.data(), sizeof pair);
}

}  // namespace okienko::generator
