#include "generator/incremental/fingerprint.hpp"

#include <fcntl.h>
#include <xxhash.h>
// The same numbers, made with the widest registers that this processor has.
#if defined(__x86_64__) && __has_include(<xxh_x86dispatch.h>)
#include <xxh_x86dispatch.h>
#endif

#include <array>
#include <memory>
#include <vector>

#include "generator/descriptor.hpp"

namespace okienko::generator {

Fingerprint fingerprint_of_bytes(std::string_view bytes, Fingerprint seed) {
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

Fingerprint fingerprint_of_contents(const std::filesystem::path& file) {
    constexpr std::size_t kPiece = 1U << 18U;
    struct Freer {
        void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
    };
    std::unique_ptr<XXH3_state_t, Freer> state{XXH3_createState()};
    XXH3_64bits_reset(state.get());
    Descriptor opened{file, O_RDONLY};
    std::vector<char> piece(kPiece);
    while (auto size = opened.read(piece)) XXH3_64bits_update(state.get(), piece.data(), size);
    return XXH3_64bits_digest(state.get());
}

Fingerprint combined(Fingerprint first, Fingerprint second) {
    std::array pair{first, second};
    return XXH3_64bits(pair.data(), sizeof pair);
}

}  // namespace okienko::generator
