#include "server/form_token.hpp"

#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <vector>

namespace okienko::server {
namespace {

constexpr std::size_t kIdBytes = 16;
constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

const unsigned char* as_bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string base64(const unsigned char* bytes, std::size_t size) {
    std::string text(sodium_base64_encoded_len(size, kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes, size, kVariant);
    text.pop_back();  // The final zero.
    return text;
}

std::string random_id() {
    std::array<unsigned char, kIdBytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return base64(bytes.data(), bytes.size());
}

}  // namespace

struct FormTokens::Key {
    std::array<unsigned char, crypto_auth_KEYBYTES> bytes{};

    [[nodiscard]] std::string signature(std::string_view text) const {
        std::array<unsigned char, crypto_auth_BYTES> mac{};
        crypto_auth(mac.data(), as_bytes(text), text.size(), bytes.data());
        return base64(mac.data(), mac.size());
    }
};

FormTokens::FormTokens() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium nie działa na tym komputerze");
    auto key = std::make_unique<Key>();
    crypto_auth_keygen(key->bytes.data());
    key_ = std::move(key);
}

FormTokens::~FormTokens() = default;

// "<id>.<seconds>.<signature>", where the purpose is signed too.
std::string FormTokens::issue(std::string_view purpose, std::chrono::sys_seconds now) const {
    auto said = random_id() + "." + std::to_string(now.time_since_epoch().count());
    return said + "." + key_->signature(std::string{purpose} + "." + said);
}

std::optional<IssuedForm> FormTokens::read(std::string_view purpose, std::string_view token) const {
    auto last = token.rfind('.');
    if (last == std::string_view::npos) return std::nullopt;
    auto said = token.substr(0, last);
    auto expected = key_->signature(std::string{purpose} + "." + std::string{said});
    auto given = token.substr(last + 1);
    if (given.size() != expected.size() ||
        sodium_memcmp(given.data(), expected.data(), expected.size()) != 0) {
        return std::nullopt;
    }
    // We made it, so it has its form.
    auto dot = said.find('.');
    std::int64_t seconds = 0;
    std::from_chars(said.data() + dot + 1, said.data() + said.size(), seconds);
    return IssuedForm{std::string{said.substr(0, dot)},
                      std::chrono::sys_seconds{std::chrono::seconds{seconds}}};
}

}  // namespace okienko::server
