#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

struct XXH3_state_s;

namespace okienko::generator {

/// A number that changes whenever what it was made of does (64 bits; texts by XXH3). It is written
/// into build records, so how it is computed is part of their format. Not for secrets.
using Fingerprint = std::uint64_t;

/// Of bytes; `seed` makes it go on from an earlier one.
Fingerprint fingerprint_of_bytes(std::string_view bytes, Fingerprint seed = 0);

/// The same, without a seed, of bytes that come piece by piece.
class ContentsFingerprint {
  public:
    ContentsFingerprint();
    ContentsFingerprint(const ContentsFingerprint&) = delete;
    ContentsFingerprint& operator=(const ContentsFingerprint&) = delete;
    ~ContentsFingerprint();

    void add(std::string_view bytes);
    [[nodiscard]] Fingerprint made() const;

  private:
    XXH3_state_s* state_;
};

/// Of a file's bytes. Throws FileError.
Fingerprint fingerprint_of_contents(const std::filesystem::path& file);

/// Of two in this order.
Fingerprint combined(Fingerprint first, Fingerprint second);

}  // namespace okienko::generator
