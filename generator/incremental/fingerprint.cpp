#include "generator/incremental/fingerprint.hpp"

#include <fcntl.h>
#include <xxhash.h>
// The same numbers, made with the widest registers that this processor has.
#if defined(__x86_64__) && __has_include(<xxh_x86dispatch.h>)
#include <xxh_x86dispatch.h>
#endif

#include <array>
#include <vector>

#include "generator/descriptor.hpp"

namespace okienko::generator {

Fingerprint fingerprint_of_bytes(std::string_view bytes, Fingerprint seed) {
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

ContentsFingerprint::ContentsFingerprint() : state_(XXH3_createState()) {
    XXH3_64bits_reset(state_);
}

ContentsFingerprint::~ContentsFingerprint() {
    XXH3_freeState(state_);
}

void ContentsFingerprint::add(std::string_view bytes) {
    XXH3_64bits_update(state_, bytes.data(), bytes.size());
}

Fingerprint ContentsFingerprint::made() const {
    return XXH3_64bits_digest(state_);
}

Fingerprint fingerprint_of_contents(const std::filesystem::path& file) {
    constexpr std::size_t kPiece = 1U << 18U;
    ContentsFingerprint contents;
    Descriptor opened{file, O_RDONLY};
    std::vector<char> piece(kPiece);
    while (auto size = opened.read(piece)) contents.add({piece.data(), size});
    return contents.made();
}

Fingerprint combined(Fingerprint first, Fingerprint second) {
    std::array pair{first, second};
    return XXH3_64bits(pair.data(), sizeof pair);
}

}  // namespace okienko::generator
