#include "backup/sha256.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace okienko::backup {
namespace {

const unsigned char* as_bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

struct Sha256::State {
    crypto_hash_sha256_state running;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium nie działa na tym komputerze");
    crypto_hash_sha256_init(&state_->running);
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    crypto_hash_sha256_update(&state_->running, as_bytes(bytes), bytes.size());
}

std::string Sha256::hex() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&state_->running, digest.data());
    std::array<char, 2 * crypto_hash_sha256_BYTES + 1> digits{};
    sodium_bin2hex(digits.data(), digits.size(), digest.data(), digest.size());
    return digits.data();
}

std::string sha256(std::string_view bytes) {
    Sha256 running;
    running.add(bytes);
    return running.hex();
}

}  // namespace okienko::backup
