#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

/// What only a machine can make or prove, by libsodium: the one door to it in this room.
namespace okienko::server {

/// So many random bytes in the letters that an address may have (RFC 4648 section 5, without
/// padding). Throws std::runtime_error when the machine has no randomness.
std::string random_text(std::size_t bytes);

/// A random identifier (RFC 9562 section 5.4). Throws as random_text does.
std::string random_uuid();

/// BLAKE2b of a text, in hexadecimal digits.
std::string one_way_hash(std::string_view text);

/// A key that lives as long as the program. Thread-safe.
class SigningKey {
  public:
    /// Throws as random_text does.
    SigningKey();
    SigningKey(const SigningKey&) = delete;
    SigningKey& operator=(const SigningKey&) = delete;
    ~SigningKey();

    [[nodiscard]] std::string signature(std::string_view text) const;
    /// In a time that tells nothing of how much of it was right.
    [[nodiscard]] bool has_signed(std::string_view text, std::string_view signature) const;

  private:
    struct Key;
    std::unique_ptr<const Key> key_;
};

}  // namespace okienko::server
