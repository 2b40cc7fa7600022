#include "server/submission/private_link.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace okienko::server {
namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr std::size_t kTokenLetters = 43;
constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

template <std::size_t Size>
std::array<unsigned char, Size> random_bytes() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium nie działa na tym komputerze");
    std::array<unsigned char, Size> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

template <std::size_t Size>
std::string hexadecimal(const std::array<unsigned char, Size>& bytes) {
    std::string digits(2 * Size + 1, '\0');
    sodium_bin2hex(digits.data(), digits.size(), bytes.data(), bytes.size());
    digits.pop_back();  // The final zero.
    return digits;
}

}  // namespace

std::string new_link_token() {
    auto bytes = random_bytes<kTokenBytes>();
    std::string token(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(token.data(), token.size(), bytes.data(), bytes.size(), kVariant);
    token.pop_back();  // The final zero.
    return token;
}

bool is_link_token(std::string_view text) {
    return text.size() == kTokenLetters && std::ranges::all_of(text, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_';
           });
}

std::string link_hash(std::string_view token) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(),
                       hash.size(),
                       reinterpret_cast<const unsigned char*>(token.data()),
                       token.size(),
                       nullptr,
                       0);
    return hexadecimal(hash);
}

std::string new_uuid() {
    auto bytes = random_bytes<16>();
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0FU) | 0x40U);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3FU) | 0x80U);
    auto uuid = hexadecimal(bytes);
    for (std::size_t at : {8U, 13U, 18U, 23U}) uuid.insert(at, "-");
    return uuid;
}

}  // namespace okienko::server
