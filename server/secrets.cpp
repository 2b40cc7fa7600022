#include "server/secrets.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>
#include <vector>

namespace okienko::server {
namespace {

constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

const unsigned char* as_bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

void begin() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium nie działa na tym komputerze");
}

std::string base64(const unsigned char* bytes, std::size_t size) {
    std::string text(sodium_base64_encoded_len(size, kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes, size, kVariant);
    text.pop_back();  // The final zero.
    return text;
}

std::string hexadecimal(const unsigned char* bytes, std::size_t size) {
    std::string digits(2 * size + 1, '\0');
    sodium_bin2hex(digits.data(), digits.size(), bytes, size);
    digits.pop_back();  // The final zero.
    return digits;
}

}  // namespace

std::string random_text(std::size_t bytes) {
    begin();
    std::vector<unsigned char> random(bytes);
    randombytes_buf(random.data(), random.size());
    return base64(random.data(), random.size());
}

std::string random_uuid() {
    begin();
    std::array<unsigned char, 16> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0FU) | 0x40U);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3FU) | 0x80U);
    auto uuid = hexadecimal(bytes.data(), bytes.size());
    for (std::size_t at : {8U, 13U, 18U, 23U}) uuid.insert(at, "-");
    return uuid;
}

std::string one_way_hash(std::string_view text) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), as_bytes(text), text.size(), nullptr, 0);
    return hexadecimal(hash.data(), hash.size());
}

struct SigningKey::Key {
    std::array<unsigned char, crypto_auth_KEYBYTES> bytes{};
};

SigningKey::SigningKey() {
    begin();
    auto key = std::make_unique<Key>();
    crypto_auth_keygen(key->bytes.data());
    key_ = std::move(key);
}

SigningKey::~SigningKey() = default;

std::string SigningKey::signature(std::string_view text) const {
    std::array<unsigned char, crypto_auth_BYTES> mac{};
    crypto_auth(mac.data(), as_bytes(text), text.size(), key_->bytes.data());
    return base64(mac.data(), mac.size());
}

bool SigningKey::has_signed(std::string_view text, std::string_view signature) const {
    auto expected = this->signature(text);
    return signature.size() == expected.size() &&
           sodium_memcmp(signature.data(), expected.data(), expected.size()) == 0;
}

}  // namespace okienko::server
